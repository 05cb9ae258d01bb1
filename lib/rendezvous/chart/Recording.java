package rendezvous.chart;

import java.util.List;
import rendezvous.runtime.Event;
import rendezvous.trace.Stuck;
import rendezvous.trace.Trace;

/**
 * What a timeline is drawn from: the part of a {@link Trace} that it needs, so that tests can make one up.
 *
 * @param unit what the times count, and on which clock
 * @param events in order
 * @param startNanos when the run began
 * @param endNanos when it was over; of a run that counts steps one more than there were, so that a wait shows that
 *     begins with the last
 * @param stuck what had not ended then
 * @param dropped how many events came after the last of these and were not kept
 */
record Recording(Trace.Unit unit, List<Event> events, long startNanos, long endNanos, List<Stuck> stuck, long dropped) {
    Recording(List<Event> events, long startNanos, long endNanos, List<Stuck> stuck, long dropped) {
        this(Trace.Unit.TIME, events, startNanos, endNanos, stuck, dropped);
    }

    static Recording of(Trace trace) {
        return new Recording(
                trace.unit(),
                trace.events(),
                trace.startNanos(),
                trace.startNanos() + trace.duration().toNanos() + (trace.unit() == Trace.Unit.STEPS ? 1 : 0),
                trace.stuck(),
                trace.dropped());
    }
}
