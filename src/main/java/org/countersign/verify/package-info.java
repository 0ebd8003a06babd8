/**
 * Published numbers against the ledger: a {@link org.countersign.verify.Verdict} on each number and each word that a
 * claim holds, under the field's rounding rules and rival conventions.
 */
@NullMarked
package org.countersign.verify;

import org.jspecify.annotations.NullMarked;
