/**
 * The seam between the library and the machine it runs on: parking, the clock, starting goroutines, and probes.
 *
 * <p>Everything above asks a {@link rendezvous.runtime.World} to wait, to wake, to tell the time and to start
 * goroutines. The real world does it with virtual threads; another world can do it under a scheduler and a clock of
 * its own, or record what happens. Where no other world exists, none of this costs anything.
 */
@NullMarked
package rendezvous.runtime;

import org.jspecify.annotations.NullMarked;
