/** Commands: the only users of the standard streams and of exit codes. No logic of their own. */
@NullMarked
package org.countersign.cli;

import org.jspecify.annotations.NullMarked;
