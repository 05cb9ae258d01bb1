/**
 * Go's {@code x/sync/semaphore}: a limit that is shared by those who need more of it and those who need less.
 *
 * <p>No method takes or returns null unless it says so.
 */
@NullMarked
package rendezvous.semaphore;

import org.jspecify.annotations.NullMarked;
