/**
 * Tables and figures made from ledger entries: each {@link org.countersign.report.exhibit.TableType} and
 * {@link org.countersign.report.exhibit.FigureType} turns entries into cells or marks, and writes the alternative text.
 */
@NullMarked
package org.countersign.report.exhibit;

import org.jspecify.annotations.NullMarked;
