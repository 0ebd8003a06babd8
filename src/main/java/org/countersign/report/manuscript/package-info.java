/**
 * From Markdown with interpolations to XHTML. Ledger numbers travel through FreeMarker and Markdown as
 * {@linkplain org.countersign.report.Fragments opaque tokens}; whatever digit arrives without being one is
 * stopped by the {@link org.countersign.report.manuscript.NumeralGate}. A manuscript can run no code, include no file
 * and reach no address.
 */
@NullMarked
package org.countersign.report.manuscript;

import org.jspecify.annotations.NullMarked;
