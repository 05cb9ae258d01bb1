/**
 * Go's {@code sync}: locks, conditions, groups to wait for, and what runs once.
 *
 * <p>Who waits here parks like one who waits for a channel: it shows in traces and reports, an interrupt ends the wait,
 * and nothing of it is left behind. A lock belongs to nobody: it is not reentrant, and any goroutine may unlock it.
 *
 * <p>No method takes or returns null unless it says so.
 */
@NullMarked
package rendezvous.sync;

import org.jspecify.annotations.NullMarked;
