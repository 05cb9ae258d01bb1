/** Records what goroutines do while a block of code runs: {@link rendezvous.trace.Trace}. */
@NullMarked
package rendezvous.trace;

import org.jspecify.annotations.NullMarked;
