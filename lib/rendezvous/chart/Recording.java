package rendezvous.chart;

import java.util.List;
import rendezvous.runtime.Event;
import rendezvous.trace.Stuck;
import rendezvous.trace.Trace;

/**
 * What a timeline is drawn from: the part of a {@link Trace} that it needs, so that tests can make one up.
 *
 * @param events in order
 * @param startNanos when the run began
 * @param endNanos when it was over
 * @param stuck what had not ended then
 * @param dropped how many events came after the last of these and were not kept
 */
record Recording(List<Event> events, long startNanos, long endNanos, List<Stuck> stuck, long dropped) {
    static Recording of(Trace trace) {
        return new Recording(
                trace.events(),
                trace.startNanos(),
                trace.startNanos() + trace.duration().toNanos(),
                trace.stuck(),
                trace.dropped());
    }
}
