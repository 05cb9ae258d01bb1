/**
 * Exercises: what a learner calls from a notebook, and what an author of checks builds on.
 *
 * <p>A learner needs {@link rendezvous.exercise.Exercises}. An author writes a folder below {@code rendezvous/course}
 * with an {@code exercise.md}, the interface to implement, a class of {@link rendezvous.exercise.Checks}, a starter and
 * solutions; nothing is listed anywhere. A check is a method with {@link rendezvous.exercise.Explore}, which the laboratory
 * tries under many schedules; it drives the learner's code through a {@link rendezvous.exercise.Stage}.
 */
@NullMarked
package rendezvous.exercise;

import org.jspecify.annotations.NullMarked;
