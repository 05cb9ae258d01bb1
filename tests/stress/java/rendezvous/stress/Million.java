package rendezvous.stress;

import static rendezvous.chan.Go.go;
import static rendezvous.chan.Select.onClosed;
import static rendezvous.chan.Select.onReceive;
import static rendezvous.chan.Select.select;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import rendezvous.chan.Chan;
import rendezvous.chan.Received;
import rendezvous.chan.Waiting;
import rendezvous.context.CancelContext;
import rendezvous.context.Context;
import rendezvous.runtime.Body;
import rendezvous.runtime.Goroutine;
import rendezvous.sync.Mutex;

/**
 * Blocks many goroutines at one thing, sees that all are there, lets them go, and sees that all went, each with what it
 * was to get, and that none is left in a queue. Run in a JVM of its own.
 */
public final class Million {
    private static final int SHARE = 5;
    private final int count;
    private final Stuck stuck;
    private final AtomicInteger gone = new AtomicInteger();
    private final AtomicInteger wrong = new AtomicInteger();

    private Million(int count, int patience) {
        this.count = count;
        this.stuck = new Stuck(patience);
    }

    /**
     * Runs all; the arguments are how many goroutines, of which a fifth takes the last three ways, and for how many seconds
     * nothing may go on.
     */
    public static void main(String[] args) {
        Million all = new Million(Integer.parseInt(args[0]), Integer.parseInt(args[1]));
        Million some = new Million(all.count / SHARE, Integer.parseInt(args[1]));
        String failure = "";
        String memory = "";
        try {
            memory = all.received();
            memory += ", selecting " + all.selected();
            some.interrupted();
            some.cancelled();
            some.locked();
        } catch (IllegalStateException e) {
            failure = String.valueOf(e.getMessage());
        }
        Report.row(
                "million",
                "2 x " + Report.number(all.count) + " and 3 x " + Report.number(some.count)
                        + " goroutines; each, receiving " + memory,
                failure);
        System.exit(failure.isEmpty() ? 0 : 1);
    }

    /** The first half get a value each, the others the close. */
    private String received() {
        Chan<Integer> ch = Chan.make();
        AtomicLong sum = new AtomicLong();
        AtomicInteger closed = new AtomicInteger();
        Blocked all = block("receive", () -> Waiting.receivers(ch), () -> {
            Received<Integer> got = ch.receiveOk();
            if (got.ok()) {
                sum.addAndGet(got.value());
            } else {
                closed.incrementAndGet();
            }
        });
        int half = count / 2;
        long want = 0;
        for (int i = 1; i <= half; i++) {
            want += ch.trySend(i) ? i : 0; // somebody waits, so it is taken
        }
        ch.close();
        all.release();
        check("sum of what was sent", want, half * (half + 1L) / 2);
        check("sum of what was received", sum.get(), want);
        check("told that it is closed", closed.get(), count - half);
        check("left at the channel", Waiting.all(ch), 0);
        return all.size();
    }

    /** All wait for two channels; one is closed. */
    private String selected() {
        Chan<Integer> ends = Chan.make();
        Chan<Integer> quiet = Chan.make();
        Blocked all = block(
                "select",
                () -> Math.min(Waiting.all(ends), Waiting.all(quiet)),
                () -> select(onReceive(quiet, v -> wrong.incrementAndGet()), onClosed(ends, () -> {})));
        ends.close();
        all.release();
        check("left at the channel that was closed", Waiting.all(ends), 0);
        check("left at the other channel", Waiting.all(quiet), 0);
        return all.size();
    }

    /** All are interrupted. */
    private void interrupted() {
        Chan<Integer> ch = Chan.make();
        Blocked all = block("be interrupted", () -> Waiting.receivers(ch), () -> {
            try {
                ch.receive();
                wrong.incrementAndGet();
            } catch (InterruptedException e) {
                // what was to come
            }
        });
        for (Goroutine goroutine : all.goroutines) {
            goroutine.interrupt();
        }
        all.release();
        check("left at the channel after the interrupt", Waiting.all(ch), 0);
    }

    /** All wait for one context. */
    private void cancelled() {
        CancelContext ctx = Context.withCancel(Context.background());
        Chan<?> done = (Chan<?>) ctx.done();
        Blocked all = block("wait for a context", () -> Waiting.all(done), () -> {
            ctx.done().await();
            if (ctx.err() == null) {
                wrong.incrementAndGet();
            }
        });
        ctx.cancel();
        all.release();
        check("left at the context", Waiting.all(done), 0);
    }

    /** All lock one mutex. */
    private void locked() {
        Mutex mutex = new Mutex();
        long[] plain = {0};
        Sure.run(mutex::lock);
        Blocked all = block("lock", () -> mutex.toString().contains(", " + count + " waiting") ? count : 0, () -> {
            mutex.lock();
            plain[0]++;
            mutex.unlock();
        });
        mutex.unlock();
        all.release();
        check("counted under the mutex", plain[0], count);
        check("mutex free again", mutex.tryLock() ? 1 : 0, 1);
    }

    /** Starts them; returns when all are blocked. */
    private Blocked block(String what, LongSupplier there, Body body) {
        Goroutine[] goroutines = new Goroutine[count];
        gone.set(0);
        wrong.set(0);
        long before = used();
        long begin = System.nanoTime();
        for (int i = 0; i < count; i++) {
            goroutines[i] = go(() -> {
                try {
                    body.run();
                } finally {
                    gone.incrementAndGet();
                }
            });
        }
        stuck.until("not all are there to " + what, () -> there.getAsLong() == count, there);
        double seconds = Report.since(begin);
        long bytes = (used() - before) / count;
        Report.progress("to " + what + ": blocked in " + seconds + " s, " + bytes + " bytes each");
        return new Blocked(what, goroutines, bytes);
    }

    /** Many goroutines that have come to where they wait. */
    private final class Blocked {
        private final String what;
        private final Goroutine[] goroutines;
        private final long bytes;

        Blocked(String what, Goroutine[] goroutines, long bytes) {
            this.what = what;
            this.goroutines = goroutines;
            this.bytes = bytes;
        }

        /** Waits until all have gone on. */
        void release() {
            long begin = System.nanoTime();
            stuck.until("not all went on that came to " + what, () -> gone.get() == count, gone::get);
            Report.progress("to " + what + ": gone in " + Report.since(begin) + " s");
            check("had another outcome than they should", wrong.get(), 0);
        }

        String size() {
            return bytes + " bytes";
        }
    }

    private static void check(String what, long got, long want) {
        if (got != want) {
            throw new IllegalStateException(what + ": got " + Report.number(got) + ", want " + Report.number(want));
        }
    }

    private static long used() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
