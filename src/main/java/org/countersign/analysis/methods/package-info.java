/** One class for each method that a study can name; each adapts a procedure of {@code org.countersign.stats}. */
@NullMarked
package org.countersign.analysis.methods;

import org.jspecify.annotations.NullMarked;
