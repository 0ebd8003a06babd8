/**
 * The language of derived variables and populations: arithmetic, comparison, logic, {@code if}, {@code cut},
 * {@code recode}, {@code sum} and {@code mean} over items. It reads columns and nothing else: no loops, no calls out, no
 * names beyond the dataset's own. Documented in {@code docs/expressions.md}.
 */
@NullMarked
package org.countersign.dataset.expression;

import org.jspecify.annotations.NullMarked;
