/**
 * Goroutines and channels, as Go has them.
 *
 * <p>{@link rendezvous.chan.Go#go} starts a goroutine; a {@link rendezvous.chan.Chan} carries values between them.
 *
 * <p>No method takes or returns null unless it says so.
 */
@NullMarked
package rendezvous.chan;

import org.jspecify.annotations.NullMarked;
