/**
 * Texts with places: an {@link org.countersign.audit.text.Article} is the running text of a document in reading order,
 * every character of which knows its page, line and column in the source; one
 * {@link org.countersign.audit.text.ArticleReader} per format. No statistics.
 */
@NullMarked
package org.countersign.audit.text;

import org.jspecify.annotations.NullMarked;
