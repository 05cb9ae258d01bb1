/**
 * Go's {@code x/sync/errgroup}: goroutines that work on parts of one task, and fail together.
 *
 * <p>No method takes or returns null unless it says so.
 */
@NullMarked
package rendezvous.errgroup;

import org.jspecify.annotations.NullMarked;
