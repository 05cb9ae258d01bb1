package rendezvous.runtime;

import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * The alarms of the real world: one thread runs them all, in order of their moments.
 *
 * <p>The thread sleeps until the first alarm is due. Nobody wakes it but who sets an alarm for an earlier moment than it
 * sleeps to: an alarm that is called off leaves it asleep, and one that is set again and again, as by a select in a loop,
 * costs no switch of threads. (A ScheduledThreadPoolExecutor wakes its thread for each alarm that becomes the first.)
 * Now and then it looks whether there are any left; it ends when there were none for a while, and the next alarm starts
 * another.
 */
final class Alarms {
    /** The farthest moment, some 146 years ahead: half of what differences of moments can tell. */
    static final long FAR = Long.MAX_VALUE >> 1;

    /** The one that the real world uses. */
    static final Alarms REAL = new Alarms(10_000_000_000L);

    private final long idleNanos;
    private final Spinlock lock = new Spinlock(); // guards what follows
    private final AlarmHeap heap = new AlarmHeap();
    private @Nullable Thread thread;
    private boolean asleep;
    private boolean rings; // it runs an alarm
    private long wakesAt; // while it is asleep; written by the thread only

    /**
     * Creates a set of alarms with a thread of its own.
     *
     * @param idleNanos how long the thread stays when there is nothing to do
     */
    Alarms(long idleNanos) {
        this.idleNanos = idleNanos;
    }

    /** Runs the code once a time has passed: see {@link World#schedule}. */
    Alarm schedule(long nanos, Runnable code) {
        Ringing ringing = new Ringing(System.nanoTime() + Math.clamp(nanos, 0, FAR), code);
        Thread start = null;
        Thread wake = null;
        lock.lock();
        try {
            if (thread == null) {
                start = newThread();
            }
            heap.add(ringing);
            if (start != null) {
                thread = start;
            } else if (asleep && ringing.at - wakesAt < 0) {
                asleep = false; // others need not wake it too
                wake = thread;
            }
            lock.unlock();
        } catch (Throwable t) {
            lock.unlockAfterFailure();
            throw t;
        }
        if (start != null) {
            start(start, ringing);
        } else if (wake != null) {
            LockSupport.unpark(wake);
        }
        return ringing;
    }

    private Thread newThread() {
        Thread made = Thread.ofPlatform()
                .daemon()
                .name("rendezvous-alarms")
                .inheritInheritableThreadLocals(false)
                .unstarted(this::work);
        made.setContextClassLoader(null); // whoever comes first must not leave theirs behind
        return made;
    }

    private void start(Thread made, Ringing ringing) {
        try {
            made.start();
        } catch (Throwable t) {
            lock.lock();
            thread = null; // the next one tries again, and runs what was set meanwhile
            heap.remove(ringing);
            lock.unlock();
            throw t;
        }
    }

    /** What the thread does. */
    private void work() {
        long idleSince = System.nanoTime();
        while (true) {
            long now = System.nanoTime();
            lock.lock();
            AlarmHeap.Entry first = heap.first();
            asleep = false;
            rings = false;
            if (first != null) {
                idleSince = now;
            } else if (now - idleSince >= idleNanos) {
                thread = null;
                lock.unlock();
                return;
            }
            Ringing due = null;
            if (first != null && first.at - now <= 0) {
                due = (Ringing) first;
                heap.remove(due);
                rings = true;
            } else {
                asleep = true;
                wakesAt = first != null && first.at - now < idleNanos ? first.at : idleSince + idleNanos;
            }
            lock.unlock();
            if (due != null) {
                due.ring();
            } else {
                LockSupport.parkNanos(this, wakesAt - now);
                Thread.interrupted(); // nobody has a reason to, and it could not park while the flag is set
            }
        }
    }

    /** Returns how many are set. */
    int size() {
        lock.lock();
        int now = heap.size();
        lock.unlock();
        return now;
    }

    /** Returns whether no alarm waits for its moment, and none runs. */
    boolean areSilent() {
        lock.lock();
        boolean now = heap.size() == 0 && !rings;
        lock.unlock();
        return now;
    }

    /** Returns whether it is the thread that runs the alarms. */
    boolean areRunBy(Thread someone) {
        return someone.equals(thread());
    }

    /** Returns the thread; null if there is none. */
    @Nullable
    Thread thread() {
        lock.lock();
        Thread now = thread;
        lock.unlock();
        return now;
    }

    /** Returns how many alarms there could be before they take more memory. */
    int room() {
        lock.lock();
        int now = heap.room();
        lock.unlock();
        return now;
    }

    /** One alarm. Whoever takes it out of the heap may touch the code. */
    private final class Ringing extends AlarmHeap.Entry implements Alarm {
        private @Nullable Runnable code;

        Ringing(long at, Runnable code) {
            super(at);
            this.code = code;
        }

        @Override
        public boolean cancel() {
            boolean taken;
            lock.lock();
            try {
                taken = heap.remove(this);
                lock.unlock();
            } catch (Throwable t) {
                lock.unlockAfterFailure();
                throw t;
            }
            if (taken) {
                code = null;
            }
            return taken;
        }

        void ring() {
            try {
                Objects.requireNonNull(code).run();
            } catch (Throwable t) {
                report(t);
            }
            code = null;
        }

        /** Tells of code that threw, which is a fault of whoever set the alarm; the others must still be run. */
        private static void report(Throwable fault) {
            try {
                Thread me = Thread.currentThread();
                me.getUncaughtExceptionHandler().uncaughtException(me, fault);
            } catch (Throwable ignored) {
                // As the JVM does.
            }
        }
    }
}
