/**
 * Statistical procedures: one class each, immutable configuration ({@code withDefaults()}, then {@code with(...)}), a
 * nested immutable result. Numbers in, numbers out: no files, no datasets, no formatting. The only user of Commons Math
 * and Commons Statistics.
 *
 * <p>Every result is a {@link org.countersign.stats.StatisticResult}: quantities under stable ids, the procedure that
 * yielded them with its reference, and the {@linkplain org.countersign.stats.Rival rivals}, the same quantities under
 * the field's other conventions. What valid data does not determine is a
 * {@link org.countersign.stats.NotComputed} with its reason, never NaN; an argument outside its domain is an
 * {@link IllegalArgumentException}.
 */
@NullMarked
package org.countersign.stats;

import org.jspecify.annotations.NullMarked;
