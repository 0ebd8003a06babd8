/** The page: figures, tables and appendices set by the templates of {@code templates/layout}, as HTML and as PDF. */
@NullMarked
package org.countersign.report.page;

import org.jspecify.annotations.NullMarked;
