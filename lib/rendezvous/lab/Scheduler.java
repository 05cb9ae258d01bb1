package rendezvous.lab;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import rendezvous.lab.Failure.Kind;
import rendezvous.trace.Values;

/**
 * The scheduler of one run: knows who is ready, asks the strategy who goes on, and lets exactly that one run to its next
 * step.
 *
 * <p>One platform thread, the driver, works it; the run's threads run on the driver, one at a time, so nothing here needs
 * a lock. A thread that comes to a step asks for the next choice itself: if that is the thread again it goes on at once,
 * without a switch.
 */
final class Scheduler {
    /** After how many steps in a row a thread gives way if others can go on. */
    private static final int FAIR = 1_000;

    private static final VarHandle PROGRESS;

    static {
        try {
            PROGRESS = MethodHandles.lookup().findVarHandle(Scheduler.class, "progress", int.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    final VirtualClock clock = new VirtualClock();
    final Choices choices = new Choices();
    final Threads threads;
    final @Nullable Memory memory; // null if nobody looks for races

    private final Machine machine;
    private final Strategy strategy;
    private final Limits limits;
    private final Log log;
    private final Outside outside;

    private Strand[] ready = new Strand[8];
    private int readyCount;
    private @Nullable Strand running;
    private @Nullable Strand next; // chosen by the one that gave way for it
    private @Nullable Strand yielded; // gave way by itself since the last choice
    private @Nullable Strand settling; // waits until all others wait
    private int alarms;
    private int preemptions;
    private int streak; // steps of one after the other
    private boolean over;
    private volatile boolean ending; // over, and what is left is let go
    private @Nullable Failure failure;
    private volatile boolean stopped; // by another thread

    @SuppressWarnings("unused") // through PROGRESS
    private int progress;

    Scheduler(Machine machine, Strategy strategy, Limits limits, Log log, Patience patience) {
        this.outside = new Outside(Thread.currentThread(), patience);
        this.machine = machine;
        this.strategy = strategy;
        this.limits = limits;
        this.log = log;
        this.memory = limits.races() ? new Memory() : null;
        this.threads = new Threads(this, machine, limits);
    }

    /** Runs until all is over; the caller is the driver. */
    void run(Runnable start) {
        try {
            strategy.begin();
            start.run();
            while (!over) {
                turn();
            }
        } catch (Throwable t) {
            fail(new Failure(Kind.BROKEN, "the laboratory failed: " + t, t));
        }
        log.close();
        ending = true;
        machine.end(threads);
    }

    private void turn() {
        Strand to = next;
        next = null;
        if (to == null) {
            if (readyCount == 0 && !wakeSomebody()) {
                conclude();
                return;
            }
            to = pick(null);
        }
        if (to != null) {
            resume(to);
        }
    }

    private void resume(Strand to) {
        if (to.alarm != null) {
            remove(to);
            to.alarm.run();
            return;
        }
        to.again = false;
        running = to;
        machine.resume(to);
        running = null;
        if (!to.again) {
            remove(to);
            if (to.done) {
                threads.ended(to);
                over |= limits.judges() && threads.rootHasEnded();
            } else if (!to.waitsHere) {
                waitsInTheJdk(to);
            }
        }
        log.stopped();
        failIfSomebodyIntrudes();
    }

    private void failIfSomebodyIntrudes() {
        String intruder = outside.intruder();
        if (intruder != null) {
            fail(new Failure(Kind.ESCAPED, intruder, null));
        }
    }

    private void waitsInTheJdk(Strand strand) {
        switch (JdkWait.of(strand)) {
            case ENDED -> {
                strand.done = true;
                threads.ended(strand);
            }
            case CONTROLLED -> {
                if (!machine.controlsParks()) {
                    fail(JdkWait.refusal(strand));
                }
            }
            case MONITOR -> {
                if (outside.comesBack(strand)) {
                    add(strand);
                    next = strand; // a lock of the JDK's, held by somebody outside for a moment: nobody comes between
                } else {
                    fail(JdkWait.refusal(strand));
                }
            }
            case REFUSED -> fail(JdkWait.refusal(strand));
        }
    }

    /** Nobody is ready: wakes whoever waits for that, else goes to the next moment at which something is due. */
    private boolean wakeSomebody() {
        Strand first = settling;
        if (first != null) {
            settling = null;
            machine.wake(Objects.requireNonNull(first.thread));
            return true;
        }
        while (readyCount == 0 && !threads.rootHasEnded()) {
            VirtualClock.Entry entry = clock.next(true);
            if (entry == null) {
                return false;
            }
            for (; entry != null; entry = clock.next(false)) {
                if (entry.thread != null) {
                    machine.wake(entry.thread);
                } else {
                    entry.ready = Strand.ofAlarm(this, ++alarms, Objects.requireNonNull(entry.code));
                    add(entry.ready);
                }
            }
        }
        return readyCount > 0;
    }

    private void conclude() {
        over = true;
        if (!threads.isEmpty()) {
            if (threads.mayBeWokenFromOutside() && outside.calls()) {
                failIfSomebodyIntrudes();
            }
            fail(Deadlock.of(threads));
        }
    }

    /** A thread of the run has come to a step. */
    void point(@Nullable String step, @Nullable Object subject) {
        Strand me = running;
        if (me == null) {
            if (ending) {
                throw new RunOver();
            }
            return; // an alarm's code, which is one step
        }
        if (me.calls != null && !over && me.calls.holdMonitors()) {
            return; // in code that the JDK calls back: whoever came between would wait for a monitor of the JVM's
        }
        me.step = step;
        me.subject = subject;
        me.rounds = 0;
        if (++streak > FAIR && readyCount > 1) {
            giveWayByItself(me);
            return;
        }
        Strand to = over ? null : pick(me);
        if (to == me) {
            return;
        }
        next = to;
        if (!machine.giveWay(me)) {
            if (over) {
                throw new RunOver();
            }
            next = null; // it could not be taken off
            choices.replaceLast(me.token);
            log.goesOn(me);
        }
    }

    /** A thread that goes on and on while others could is taken for one that waits for them: its loop would have no end else. */
    private void giveWayByItself(Strand me) {
        streak = 0;
        next = null;
        machine.giveWay(me);
        if (over) {
            throw new RunOver();
        }
    }

    private @Nullable Strand pick(@Nullable Strand me) {
        if (stopped) {
            over = true;
            return null;
        }
        if (choices.size() >= limits.steps()) {
            fail(new Failure(Kind.TOO_LONG, TooMuch.steps(limits, threads), null));
            return null;
        }
        Strand to = strategy.pick(this, me);
        if (to == null) {
            over = true;
            return null;
        }
        yielded = null;
        streak = to == me ? streak : 0;
        choices.add(to.token);
        log.chose(to);
        if (me != null && to != me) {
            preemptions++;
        }
        PROGRESS.setOpaque(this, progress + 1);
        return to;
    }

    /** Draws a number from 0 up to below the bound. */
    int draw(int bound) {
        if (bound <= 1 || running == null) {
            return 0;
        }
        int drawn = strategy.draw(bound);
        choices.add(Token.ofDrawn(drawn));
        return drawn;
    }

    /** The strand's thread can run, or can run again. Called by anybody, from anywhere. */
    void canRun(Strand strand) {
        if (!machine.isHome(outside.driver())) {
            outside.wakes(strand);
            return;
        }
        strand.again = true;
        if (!strand.isReady) {
            add(strand);
        } else if (strand == running && next == null) {
            yielded = strand; // by itself: it goes behind those that were there before
            remove(strand);
            add(strand);
        }
    }

    /** Returns the strand of a virtual thread made by means of the JDK, whose continuation is ready. */
    Strand strandOf(Runnable continuation) {
        return threads.adopt(continuation, machine.owner(continuation));
    }

    /** A goroutine's code threw: the run is over, as a program of Go's is. */
    void panicked(String name, Throwable thrown) {
        Failure excess = limits.judges() ? Excess.ofError(name, thrown) : null;
        if (excess != null) {
            fail(excess);
        } else if (!(thrown instanceof RunOver)) {
            fail(new Failure(Kind.PANIC, name + " panicked: " + Values.thrown(thrown), thrown));
        }
    }

    void add(Strand strand) {
        if (readyCount == ready.length) {
            ready = Arrays.copyOf(ready, 2 * readyCount);
        }
        ready[readyCount++] = strand;
        strand.isReady = true;
        log.ready(strand);
    }

    /** Takes it out of those that are ready; returns whether it was among them. */
    boolean remove(Strand strand) {
        if (!strand.isReady) {
            return false;
        }
        int i = 0;
        while (ready[i] != strand) {
            i++;
        }
        System.arraycopy(ready, i + 1, ready, i, --readyCount - i);
        strand.isReady = false;
        return true;
    }

    int readyCount() {
        return readyCount;
    }

    Strand ready(int index) {
        return ready[index];
    }

    /** Returns the one that gave way by itself just now; null if none did. */
    @Nullable
    Strand yielded() {
        return yielded;
    }

    /** Returns the strand that runs; null between two, and while an alarm's code runs. */
    @Nullable
    Strand running() {
        return running;
    }

    /** Makes the calling thread, which runs, wait until all others do. */
    void settle(Object blocker) throws InterruptedException {
        point("waits until all others wait", null);
        Strand me = Objects.requireNonNull(running);
        if (settling != null) {
            throw new IllegalStateException("settle: " + settling + " waits already until all others wait; got " + me
                    + " too, want one at a time");
        }
        settling = me;
        while (settling == me) {
            park(blocker);
            if (Thread.interrupted()) {
                settling = settling == me ? null : settling;
                throw new InterruptedException("interrupted: it waits until all others wait");
            }
        }
    }

    /** Makes the calling thread wait until it is woken or interrupted, or for no reason. */
    void park(Object blocker) {
        Strand me = Objects.requireNonNull(running);
        if (over) {
            point(null, null);
        }
        me.waitsHere = true;
        me.step = null;
        machine.park(me, blocker);
        me.waitsHere = false;
        me.wait = null;
    }

    void fail(Failure what) {
        over = true;
        if (failure == null) {
            failure = what;
        }
    }

    /** Returns the platform thread that works this. */
    Thread driver() {
        return outside.driver();
    }

    /** Ends the run at the next step. Called by any thread. */
    void stop() {
        stopped = true;
    }

    boolean isOver() {
        return over;
    }

    @Nullable
    Failure failure() {
        return failure;
    }

    int preemptions() {
        return preemptions;
    }

    /** Returns a number that changes with each choice. Called by any thread. */
    int progress() {
        return (int) PROGRESS.getOpaque(this);
    }
}
