/**
 * Go's {@code x/sync/singleflight}: many who ask for the same at the same time cause the work once.
 *
 * <p>No method takes or returns null unless it says so.
 */
@NullMarked
package rendezvous.singleflight;

import org.jspecify.annotations.NullMarked;
