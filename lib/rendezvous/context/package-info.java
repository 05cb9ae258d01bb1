/**
 * Contexts, as Go has them: how work that is no longer wanted is told so, through all that it started.
 *
 * <p>A {@link rendezvous.context.Context} carries a cancellation, a deadline and values of one request from whoever
 * started it down to whoever works on it. Contexts form a tree: cancelling one cancels all that were derived from it.
 *
 * <p>No method takes or returns null unless it says so.
 */
@NullMarked
package rendezvous.context;

import org.jspecify.annotations.NullMarked;
