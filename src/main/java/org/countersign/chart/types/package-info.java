/** The chart types: each file is one type, its model and its drawing. */
@NullMarked
package org.countersign.chart.types;

import org.jspecify.annotations.NullMarked;
