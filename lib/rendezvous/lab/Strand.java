package rendezvous.lab;

import java.util.Objects;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import rendezvous.runtime.Goroutine;
import rendezvous.runtime.Wait;

/**
 * One of those between whom a run's scheduler chooses: a thread of the run, or an alarm that is due.
 *
 * <p>A thread's strand is also the executor that the JDK gives its continuation to whenever it can run. Only the run's
 * driver, and what it carries, touches the fields.
 */
final class Strand implements Executor, Thread.UncaughtExceptionHandler {
    final int token;
    private final Scheduler scheduler;
    private final @Nullable Goroutine goroutine;

    /** What an alarm does; null for a thread. */
    final @Nullable Runnable alarm;

    @Nullable
    Thread thread;

    boolean isReady;

    /** Whether it asked to be run again since it was last resumed. */
    boolean again;

    boolean done;

    // For batons: what the JDK keeps for threads on a scheduler of ours.
    boolean parked;
    boolean permit;
    volatile boolean interrupted;

    /** Whether it waits, or is about to, by an operation of the library. */
    boolean waitsHere;

    /** What comes next at the point at which it is; null if it just goes on. */
    @Nullable
    String step;

    @Nullable
    Object subject;

    /** What it waits for, by the last word of the library. */
    @Nullable
    Wait wait;

    @Nullable
    Object waitsOn;

    long waitsSince;

    /** What the race detector knows it by. */
    int actor = -1;

    /** Objects made for several threads whose methods it calls, the innermost last; some may have thrown since. */
    @Nullable
    Calls calls;

    /** How often it went round a loop since its last step. */
    int rounds;

    /** How often it went round a loop, and how many methods it has called, since it was started. */
    int polls;

    int calledMethods;

    /** For strategies that rank. */
    long rank;

    private @Nullable Runnable continuation;

    private Strand(Scheduler scheduler, int token, @Nullable Goroutine goroutine, @Nullable Runnable alarm) {
        this.scheduler = scheduler;
        this.token = token;
        this.goroutine = goroutine;
        this.alarm = alarm;
    }

    static Strand ofThread(Scheduler scheduler, int number, @Nullable Goroutine goroutine) {
        return new Strand(scheduler, Token.ofThread(number), goroutine, null);
    }

    static Strand ofAlarm(Scheduler scheduler, int number, Runnable alarm) {
        return new Strand(scheduler, Token.ofAlarm(number), null, alarm);
    }

    @Override
    @SuppressWarnings("ReferenceEquality") // the object itself
    public void execute(Runnable task) {
        if (continuation == null) {
            continuation = task;
        }
        scheduler.canRun(task == continuation ? this : scheduler.strandOf(task));
    }

    /** The thread's code threw, and nobody but the run can want to know. */
    @Override
    public void uncaughtException(Thread ended, Throwable thrown) {
        scheduler.panicked(name(), thrown);
    }

    /** Takes a continuation that the JDK made for a thread not started by the library. */
    void adopt(Runnable task, @Nullable Thread owner) {
        continuation = task;
        thread = owner;
    }

    /** Runs the thread on the calling one until it gives way, waits or ends. */
    void mount() {
        Objects.requireNonNull(continuation).run();
    }

    Scheduler scheduler() {
        return scheduler;
    }

    @Nullable
    Goroutine goroutine() {
        return goroutine;
    }

    /** Returns its name, for people. */
    String name() {
        if (alarm != null) {
            return "alarm " + Token.number(token);
        }
        if (goroutine != null) {
            return goroutine.name();
        }
        String given = thread == null ? "" : thread.getName();
        return given.isEmpty() ? "thread " + Token.number(token) : given;
    }

    @Override
    public String toString() {
        return name();
    }
}
