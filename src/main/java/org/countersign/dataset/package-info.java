/**
 * Typed, validated columns. A {@link org.countersign.dataset.Dataset} holds what a file says under its declaration;
 * nothing is guessed, dropped or coerced. Readers of file formats are in {@code io}, the language of derived variables
 * and populations in {@code expression}. No statistics.
 */
@NullMarked
package org.countersign.dataset;

import org.jspecify.annotations.NullMarked;
