/**
 * The report as a PDF that assistive technology can read (PDF/UA-1) and archives can keep (PDF/A-3a). Takes finished
 * XHTML; knows nothing of studies. The only user of openhtmltopdf and of PDFBox's writing side.
 */
@NullMarked
package org.countersign.report.pdf;

import org.jspecify.annotations.NullMarked;
