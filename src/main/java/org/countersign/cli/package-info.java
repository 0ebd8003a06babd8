/** Commands: the only users of standard output and exit codes. Each parses its options, calls one class, and prints. */
@NullMarked
package org.countersign.cli;

import org.jspecify.annotations.NullMarked;
