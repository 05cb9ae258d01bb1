/**
 * Records what goroutines do while a block of code runs, {@link rendezvous.trace.Trace}, and writes it for other tools:
 * {@link rendezvous.trace.Perfetto}, {@link rendezvous.trace.FlightRecorder}.
 */
@NullMarked
package rendezvous.trace;

import org.jspecify.annotations.NullMarked;
