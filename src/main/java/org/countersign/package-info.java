/** Countersign: study reports in which every number is computed, traced and checked. */
@NullMarked
package org.countersign;

import org.jspecify.annotations.NullMarked;
