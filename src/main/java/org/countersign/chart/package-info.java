/**
 * Charts: immutable models of ready data, and what draws them. A chart computes no statistic and formats no number that
 * a reader takes for a result; those arrive as finished strings. Only the tick labels of an axis are made here.
 *
 * <p>The only user of XChart and of AWT, with the exception of the PDF writer, which lends its page as a
 * {@link java.awt.Graphics2D}. Text is drawn as outlines of the bundled fonts, so that a figure looks the same, and is
 * the same, on a machine that has other fonts or none.
 */
@NullMarked
package org.countersign.chart;

import org.jspecify.annotations.NullMarked;
