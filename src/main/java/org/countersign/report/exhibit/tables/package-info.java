/** One class for each kind of table. */
@NullMarked
package org.countersign.report.exhibit.tables;

import org.jspecify.annotations.NullMarked;
