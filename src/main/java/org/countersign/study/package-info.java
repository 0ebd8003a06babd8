/**
 * What an author declares: {@link org.countersign.study.StudyDefinition} and its parts, read from {@code study.yaml} by
 * {@link org.countersign.study.StudyLoader}. {@link org.countersign.study.StudyVocabulary} lists every key once; the
 * loader, the JSON Schema and the reference page are all made from it. Nothing here computes.
 */
@NullMarked
package org.countersign.study;

import org.jspecify.annotations.NullMarked;
