/**
 * The report: the templates' data model, the manuscript, tables and figures made from the ledger, HTML, PDF and data
 * files. The only user of FreeMarker, Markdown and PDF libraries.
 */
@NullMarked
package org.countersign.report;

import org.jspecify.annotations.NullMarked;
