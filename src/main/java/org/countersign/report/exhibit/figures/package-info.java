/** One class for each kind of figure: ledger entries in, a chart of {@code org.countersign.chart} out. */
@NullMarked
package org.countersign.report.exhibit.figures;

import org.jspecify.annotations.NullMarked;
