package rendezvous.chan;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import rendezvous.runtime.Chosen;
import rendezvous.runtime.Event;
import rendezvous.runtime.Wait;
import rendezvous.runtime.Waiter;
import rendezvous.runtime.World;

/**
 * One run of a select: which case, and what came of it.
 *
 * <p>The algorithm is that of Go's runtime (its {@code select.go}): the cases are tried in a random order while all
 * their channels are locked; if none is ready, the caller queues up at each, parks, and whoever comes first claims it
 * by a compare-and-set, which makes the others pass it by. Before that, as Go does not, the cases are tried one channel
 * at a time: what is ready then is as good a choice, and most selects of a busy program end there with one lock taken.
 *
 * <p>A holder of locks never waits for another: a virtual thread must not be taken off its carrier while it holds one.
 * If it cannot get them all it gives back those it has. The common order of locking keeps that rare.
 */
final class Selection {
    static final int MAX_CASES = 65_536;

    private final Case[] cases;
    private final World world = World.current();

    private int index = -1;
    private @Nullable Object item;

    private Selection(Case[] cases) {
        this.cases = cases;
    }

    /** The case that was chosen. */
    int index() {
        return index;
    }

    /** What came of it: the value, {@link ChanState#CLOSED}, or anything else if it went well and yields nothing. */
    Object item() {
        return item == null ? this : item;
    }

    /** Chooses a case and does it; waits until one is ready unless there is a default. */
    static Selection of(Case[] cases) throws InterruptedException {
        Selection selection = new Selection(check(cases));
        World.point("selects", selection);
        int fallback = selection.fallback();
        boolean oneWithDefault = fallback >= 0 && cases.length == 2;
        if (oneWithDefault ? selection.pickIfItLooksReady(1 - fallback) : selection.pick(fallback >= 0)) {
            World.passed();
            return selection.over();
        }
        if (fallback >= 0) {
            selection.index = fallback;
        } else {
            selection.waitForOne();
        }
        return selection.over();
    }

    private Selection over() {
        Case chosen = cases[index];
        if (item == ChanState.CLOSED) {
            World.acquires(chosen.chan); // whatever was done before the close
        }
        if (World.watched() != null) {
            Chan<?> on = chosen.isLive() ? chosen.chan : null;
            World.did(Event.Kind.SELECT, on, new Chosen(index, cases.length, chosen.kind.way));
        }
        return this;
    }

    /** Chooses a case and does it; returns null if none is ready. Times to wait count if they are zero. */
    static @Nullable Selection tryOf(Case[] cases) {
        Selection selection = new Selection(check(cases));
        World.point("selects", selection);
        if (!selection.pick(true)) {
            return null;
        }
        World.passed();
        return selection.over();
    }

    private static Case[] check(Case[] cases) {
        if (cases.length > MAX_CASES) {
            throw new IllegalArgumentException("select: got " + cases.length + " cases, want at most " + MAX_CASES);
        }
        boolean fallback = false;
        for (int i = 0; i < cases.length; i++) {
            if (cases[i] == null) {
                throw new NullPointerException(
                        "select: case " + i + " is null, want one made by the methods of Select");
            }
            if (cases[i].kind == Case.Kind.DEFAULT) {
                if (fallback) {
                    throw new IllegalArgumentException("select: got two defaults, want at most one");
                }
                fallback = true;
            }
        }
        return cases;
    }

    private int fallback() {
        for (int i = 0; i < cases.length; i++) {
            if (cases[i].kind == Case.Kind.DEFAULT) {
                return i;
            }
        }
        return -1;
    }

    /** Does a case that is ready, chosen at random among those. False only if none was, at one and the same moment. */
    private boolean pick(boolean certainly) {
        if (cases.length == 1) {
            return pickIfItLooksReady(0);
        }
        int[] order = shuffled();
        for (int i : order) {
            if (pickIfItLooksReady(i)) {
                return true;
            }
        }
        if (!certainly) {
            return false; // it will be looked at again when all are locked
        }
        Locks locks = new Locks(cases);
        locks.lockAll();
        boolean done = pickUnderLocks(order, locks);
        if (!done) {
            locks.unlockAll();
        }
        return done;
    }

    private boolean pickIfItLooksReady(int i) {
        Case one = cases[i];
        if (one.isLive()) {
            return one.chan.looksReady(one.kind.wait) && pickAlone(i);
        }
        if (one.kind == Case.Kind.TIMEOUT && one.nanos <= 0) {
            index = i;
            return true;
        }
        return false;
    }

    private boolean pickAlone(int i) {
        Case one = cases[i];
        Object got;
        one.chan.lock.lock();
        try {
            got = one.attempt();
            one.chan.release();
        } catch (Throwable t) {
            one.chan.lock.unlockAfterFailure();
            throw t;
        }
        return chose(i, got);
    }

    private boolean chose(int i, @Nullable Object got) {
        if (got == null) {
            return false;
        }
        index = i;
        item = got;
        return true;
    }

    /** Tries all; gives the locks back if one was ready. */
    private boolean pickUnderLocks(int[] order, Locks locks) {
        try {
            for (int i : order) {
                if (cases[i].isLive() && chose(i, cases[i].attempt())) {
                    locks.releaseAll();
                    return true;
                }
            }
            return false;
        } catch (Throwable t) {
            locks.unlockAfterFailure();
            throw t;
        }
    }

    /** The cases in an order of which each is as likely as the others. */
    private int[] shuffled() {
        if (world.isOneAtATime()) {
            return readyFirst();
        }
        int[] order = new int[cases.length];
        for (int i = 0; i < order.length; i++) {
            int j = i == 0 ? 0 : world.random(i + 1);
            order[i] = order[j];
            order[j] = i;
        }
        return order;
    }

    /** The cases in their order, but first one that is ready, each as likely as the others: for when nobody comes between. */
    private int[] readyFirst() {
        int[] ready = IntStream.range(0, cases.length).filter(this::looksReady).toArray();
        int first = ready.length == 0 ? -1 : ready[world.random(ready.length)];
        IntStream others = IntStream.range(0, cases.length).filter(i -> i != first);
        return (first < 0 ? others : IntStream.concat(IntStream.of(first), others)).toArray();
    }

    private boolean looksReady(int i) {
        Case one = cases[i];
        return switch (one.kind) {
            case SEND, RECEIVE -> one.isLive() && one.chan.looksReady(one.kind.wait);
            case CLOSE -> one.isLive() && one.chan.ended();
            case TIMEOUT -> one.nanos <= 0;
            case DEFAULT -> false;
        };
    }

    private void waitForOne() throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException("interrupted before it " + Wait.SELECT.phrase() + ": " + this);
        }
        int timeout = earliest();
        long deadline = timeout < 0 ? 0 : deadline(cases[timeout].nanos);
        Waiter[] branches = new Waiter[cases.length];
        Waiter whole = new Waiter(null);
        if (!queueUp(whole, branches)) {
            return;
        }
        int outcome;
        try {
            setAlarms();
            outcome = await(whole, timeout, deadline);
        } finally {
            leave(branches);
        }
        if (outcome == INTERRUPTED) {
            throw whole.interrupted("interrupted: it " + Wait.SELECT.phrase() + ": " + this);
        }
        if (outcome == TIMED_OUT) {
            index = timeout;
            return;
        }
        Waiter winner = whole.winner();
        for (int i = 0; i < branches.length; i++) {
            if (branches[i] == winner && winner != null) {
                index = i;
                item = winner.item();
            }
        }
    }

    private static final int CHOSEN = 0;
    private static final int INTERRUPTED = 1;
    private static final int TIMED_OUT = 2;

    private int await(Waiter whole, int timeout, long deadline) {
        if (timeout < 0) {
            whole.linger();
            return whole.await(this) || !whole.abandon(true, this) ? CHOSEN : INTERRUPTED;
        }
        return switch (whole.awaitUntil(this, deadline)) {
            case SETTLED -> CHOSEN;
            case INTERRUPTED -> whole.abandon(true, this) ? INTERRUPTED : CHOSEN;
            case TIMED_OUT -> whole.abandon(false, this) ? TIMED_OUT : CHOSEN;
        };
    }

    /** Queues up at every channel; false if a case was ready, which then is done. */
    private boolean queueUp(Waiter whole, Waiter[] branches) {
        Locks locks = new Locks(cases);
        int[] order = shuffled();
        locks.lockAll();
        if (pickUnderLocks(order, locks)) {
            return false;
        }
        try {
            for (int i = 0; i < cases.length; i++) {
                if (cases[i].isLive()) {
                    branches[i] = whole.branch(cases[i].value);
                }
            }
            for (int i = 0; i < cases.length; i++) {
                if (cases[i].isLive()) {
                    cases[i].chan.queue(cases[i].kind.wait).add(branches[i]);
                }
            }
            whole.blocks(Wait.SELECT, this); // now that everybody who hears it finds it in the queues
            locks.unlockAll();
            return true;
        } catch (Throwable t) {
            for (Waiter branch : branches) {
                if (branch != null) {
                    branch.leave(); // whoever is in a queue will wait
                }
            }
            locks.unlockAfterFailure();
            throw t;
        }
    }

    /** Sets the alarms of the timers that it waits for. */
    private void setAlarms() {
        for (Case one : cases) {
            ChannelClockwork clockwork = one.chan.clockwork;
            if (clockwork != null) {
                clockwork.adjust();
            }
        }
    }

    /** Leaves the queues in which it still is. */
    private void leave(Waiter[] branches) {
        for (int i = 0; i < branches.length; i++) {
            if (branches[i] != null && branches[i].isQueued()) {
                ChanState chan = cases[i].chan;
                chan.lock.lock();
                branches[i].leave();
                chan.lock.unlock();
                if (chan.clockwork != null) {
                    chan.clockwork.adjust();
                }
            }
        }
    }

    /** The case whose time to wait is the shortest, at random if there are several; -1 if there is none. */
    private int earliest() {
        int earliest = -1;
        int equals = 0;
        for (int i = 0; i < cases.length; i++) {
            if (cases[i].kind == Case.Kind.TIMEOUT) {
                long difference = earliest < 0 ? -1 : Long.compare(cases[i].nanos, cases[earliest].nanos);
                equals = difference < 0 ? 1 : difference == 0 ? equals + 1 : equals;
                if (difference < 0 || (difference == 0 && world.random(equals) == 0)) {
                    earliest = i;
                }
            }
        }
        return earliest;
    }

    private long deadline(long nanos) {
        return world.nanoTime() + Math.min(nanos, Long.MAX_VALUE >> 1);
    }

    /** Names what it waits for, for messages. */
    @Override
    public String toString() {
        Stream<String> texts = Arrays.stream(cases).limit(8).map(Case::toString);
        List<String> all = Stream.concat(texts, cases.length > 8 ? Stream.of("…") : Stream.of())
                .toList();
        return all.isEmpty() ? "no case" : all.stream().collect(Collectors.joining(", "));
    }
}
