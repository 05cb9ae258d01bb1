/**
 * Pictures of runs and of measurements: lane timelines drawn from a {@link rendezvous.trace.Trace}, charts of numbers in
 * one house style, and a helper that measures a sweep over a parameter.
 *
 * <p>Every picture is a {@link rendezvous.chart.Figure}: an image that stands on a panel of its own, readable on a light
 * and on a dark page, with a caption, an alternative text and a text rendering that say the same.
 */
@NullMarked
package rendezvous.chart;

import org.jspecify.annotations.NullMarked;
