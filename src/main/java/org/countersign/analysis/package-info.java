/**
 * The ledger and how it is filled: {@link org.countersign.analysis.AnalysisRunner} applies the methods of the catalogue
 * to datasets and writes every number, with where it came from, into a {@link org.countersign.analysis.Ledger}. Nothing
 * downstream computes; nothing here renders a page.
 */
@NullMarked
package org.countersign.analysis;

import org.jspecify.annotations.NullMarked;
