/**
 * What Go programs make of channels and goroutines again and again, ready made.
 *
 * <p>Everything here takes a {@link rendezvous.context.Context}. When that is done, goroutines that were started end, and
 * channels that were returned are closed, however far the work has come, and whether or not anybody still receives. So a
 * loop over such a channel ends in either case, and afterwards {@code ctx.err()} says whether all has come.
 *
 * <p>{@link rendezvous.pattern.Patterns} has what only passes values on. Where code of yours is called, which may fail,
 * there is something to wait for that throws what it threw: {@link rendezvous.pattern.Pipeline},
 * {@link rendezvous.pattern.WorkerPool}.
 *
 * <p>No method takes or returns null unless it says so.
 */
@NullMarked
package rendezvous.pattern;

import org.jspecify.annotations.NullMarked;
