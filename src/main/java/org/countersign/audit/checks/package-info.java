/**
 * Consistency checks on reported numbers, one class each, in the sorted catalogue
 * {@link org.countersign.audit.checks.ConsistencyChecks}. Every check works on rounding intervals with exact arithmetic
 * where the question is one of whole numbers, and never says more than that numbers cannot all be true.
 */
@NullMarked
package org.countersign.audit.checks;

import org.jspecify.annotations.NullMarked;
