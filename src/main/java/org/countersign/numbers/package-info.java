/**
 * Reported numbers: text that stands for an interval. {@link org.countersign.numbers.ReportedNumber} keeps what was
 * printed, {@link org.countersign.numbers.RoundingRule} says which values could have been printed so, and
 * {@link org.countersign.numbers.NumberStyle} prints a computed value as a journal wants it. No statistics.
 */
@NullMarked
package org.countersign.numbers;

import org.jspecify.annotations.NullMarked;
