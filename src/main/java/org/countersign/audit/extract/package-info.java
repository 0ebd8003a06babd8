/**
 * Reading reported results out of running text: a hand-written scanner
 * ({@link org.countersign.audit.extract.Scanner}) and one bounded recogniser per reporting style, so that the time is
 * linear in the text. What a result means for another is the business of {@code org.countersign.audit.checks}.
 */
@NullMarked
package org.countersign.audit.extract;

import org.jspecify.annotations.NullMarked;
