/**
 * Auditing a published text without its data: {@link org.countersign.audit.ArticleAuditor} runs the catalogue of
 * {@link org.countersign.audit.checks.ConsistencyChecks} over one article, {@link org.countersign.audit.CorpusAuditor}
 * over many, {@link org.countersign.audit.TableCheck} runs one check over a table of reported values. Nothing here knows
 * a dataset, prints, or decides an exit code.
 */
@NullMarked
package org.countersign.audit;

import org.jspecify.annotations.NullMarked;
