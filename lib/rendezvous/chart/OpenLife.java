package rendezvous.chart;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import rendezvous.chart.History.Fate;
import rendezvous.chart.History.Life;
import rendezvous.chart.History.Span;
import rendezvous.runtime.Goroutine;
import rendezvous.trace.Stuck;

/**
 * A life that is being read.
 *
 * <p>Of most runs it is known when a goroutine waits, and it is taken to run else. Where the scheduler is ours it is known
 * when it runs; when it neither runs nor waits it could run, or waits in the JDK.
 */
final class OpenLife {
    private final Goroutine goroutine;
    private final @Nullable Goroutine parent;
    private final boolean scheduled;
    private final boolean exact; // whether it is told when it can run
    private final long from;
    private final List<Span> spans = new ArrayList<>();

    private @Nullable State waits;
    private @Nullable Object on;
    private boolean mounted;
    private boolean ready;

    private State state;
    private long since;
    private @Nullable Object subject;
    private Fate fate = Fate.UNKNOWN;
    private long to = -1;
    private @Nullable Object thrown;

    OpenLife(Goroutine goroutine, @Nullable Goroutine parent, long now, boolean scheduled, boolean exact) {
        this.goroutine = goroutine;
        this.parent = parent;
        this.from = now;
        this.since = now;
        this.scheduled = scheduled;
        this.exact = exact;
        this.ready = true;
        this.state = state();
    }

    Goroutine goroutine() {
        return goroutine;
    }

    boolean isOver() {
        return to >= 0;
    }

    /** It waits from now on, or no more. */
    void waits(@Nullable State next, long now, @Nullable Object what) {
        waits = next;
        on = what;
        ready = next == null && !mounted;
        change(now);
    }

    void ready(long now) {
        ready = true;
        change(now);
    }

    void mounted(boolean is, long now) {
        mounted = is;
        ready &= !is; // it may be told to be able to run again before it has quite left its carrier
        change(now);
    }

    private State state() {
        if (!scheduled) {
            return waits == null ? State.RUNS : waits;
        }
        if (mounted) {
            return State.RUNS;
        }
        if (ready || (waits == null && !exact)) {
            return State.READY;
        }
        return waits == null ? State.ELSEWHERE : waits;
    }

    @SuppressWarnings("ReferenceEquality") // the thing itself, whose equals is a user's code
    private void change(long now) {
        if (to >= 0) {
            return; // it leaves its carrier after its end
        }
        State next = state();
        Object what = next == waits ? on : null;
        if (next == state && what == subject) {
            return;
        }
        if (now > since) {
            spans.add(new Span(state, since, now, subject));
        }
        state = next;
        since = now;
        subject = what;
    }

    void end(Fate how, long now, @Nullable Object what) {
        spans.add(new Span(state, since, now, subject));
        fate = how;
        to = now;
        thrown = what;
    }

    /** Returns the life; one that has not ended goes on until the run's end. */
    Life close(long end, @Nullable Stuck stuck) {
        if (to < 0) {
            Fate how = stuck == null ? Fate.UNKNOWN : stuck.reason() == null ? Fate.STILL_RUNNING : Fate.STUCK;
            end(how, Math.max(end, since), null);
        }
        return new Life(goroutine, parent, from, to, List.copyOf(spans), fate, thrown);
    }
}
