/** Reports: the manuscript's model and its writers. */
@NullMarked
package org.countersign.report;

import org.jspecify.annotations.NullMarked;
