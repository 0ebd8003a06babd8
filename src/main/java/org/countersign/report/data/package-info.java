/** The report as data: {@code results.json}, {@code results.csv}, tables as CSV. */
@NullMarked
package org.countersign.report.data;

import org.jspecify.annotations.NullMarked;
