/**
 * The one path from a study's folder to its report: {@link org.countersign.pipeline.StudyPipeline} reads like the
 * architecture's picture; {@link org.countersign.pipeline.ReportFolder} writes whole or not at all.
 */
@NullMarked
package org.countersign.pipeline;

import org.jspecify.annotations.NullMarked;
