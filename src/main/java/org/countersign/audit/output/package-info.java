/**
 * What an audit is written as: one writer per format, each a function from reports to characters with the same bytes on
 * every run. Nothing here opens a file or knows a terminal.
 */
@NullMarked
package org.countersign.audit.output;

import org.jspecify.annotations.NullMarked;
