/**
 * What a user is told: code, severity, place, message, hint. Nothing here prints; {@code org.countersign.cli} does.
 */
@NullMarked
package org.countersign.diagnostics;

import org.jspecify.annotations.NullMarked;
