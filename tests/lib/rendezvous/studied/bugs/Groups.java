package rendezvous.studied.bugs;

import static rendezvous.chan.Go.go;
import static rendezvous.chan.Select.onClosed;
import static rendezvous.chan.Select.onReceive;
import static rendezvous.chan.Select.onSend;
import static rendezvous.chan.Select.select;
import static rendezvous.studied.bugs.Checks.both;
import static rendezvous.studied.bugs.Checks.equal;
import static rendezvous.studied.bugs.Checks.that;
import static rendezvous.studied.bugs.Checks.twice;

import java.util.function.Supplier;
import rendezvous.chan.Chan;
import rendezvous.context.CancelContext;
import rendezvous.context.Context;
import rendezvous.sync.Mutex;
import rendezvous.sync.Once;
import rendezvous.sync.WaitGroup;

/** Groups that are counted wrongly, actions that are to run once, contexts that nobody cancels, pools that nobody ends. */
@SuppressWarnings("unused")
public final class Groups {
    private int done;
    private String opened;

    private Groups() {}

    /** Counts itself when it runs, and by then nobody may wait any more. */
    public static void addInside(boolean right) throws InterruptedException {
        Groups it = new Groups();
        WaitGroup group = new WaitGroup();
        if (right) {
            group.add(1);
        }
        go("worker", () -> {
            if (!right) {
                group.add(1);
            }
            it.done++;
            group.done();
        });
        group.await();
        int seen = it.done;
    }

    /** The way of the error counts down, and so does the end. */
    public static void negative(boolean right) throws InterruptedException {
        WaitGroup group = new WaitGroup();
        group.add(2);
        for (int i = 0; i < 2; i++) {
            boolean fails = i == 0 && !right;
            go("worker " + i, () -> {
                if (fails) {
                    group.done();
                }
                group.done();
            });
        }
        group.await();
    }

    /** What throws does not count down. */
    public static void forgottenDone(boolean right) throws InterruptedException {
        WaitGroup group = new WaitGroup();
        group.add(2);
        for (int i = 0; i < 2; i++) {
            boolean fails = i == 0;
            go("worker " + i, () -> {
                try {
                    if (fails) {
                        throw new IllegalStateException("as it does now and then");
                    }
                    if (!right) {
                        group.done();
                    }
                } catch (IllegalStateException e) {
                    // It is known to fail.
                } finally {
                    if (right) {
                        group.done();
                    }
                }
            });
        }
        group.await();
    }

    /** One of several results is read before the group was waited for. */
    public static void readBeforeWait(boolean right) throws InterruptedException {
        Groups it = new Groups();
        WaitGroup group = new WaitGroup();
        group.go(() -> it.done = 1);
        int early = right ? 0 : it.done;
        group.await();
        equal(1, Math.max(early, it.done));
    }

    /** What is done after the count is not waited for. */
    public static void doneTooEarly(boolean right) throws InterruptedException {
        Groups it = new Groups();
        WaitGroup group = new WaitGroup();
        group.add(1);
        go("worker", () -> {
            if (!right) {
                group.done();
            }
            it.done = 1;
            if (right) {
                group.done();
            }
        });
        group.await();
        int seen = it.done;
    }

    /** Two actions and one Once: the second never runs. */
    public static void onceForTwo(boolean right) throws InterruptedException {
        Groups it = new Groups();
        Once once = new Once();
        Once other = right ? new Once() : once;
        both(() -> once.run(() -> it.done = 1), () -> other.run(() -> it.opened = "yes"));
        that("yes".equals(it.opened) && it.done == 1, "both actions ran");
    }

    /** The action failed once, and whoever comes later believes that it is done. */
    public static void onceThatFailed(boolean right) throws InterruptedException {
        Groups it = new Groups();
        Once once = new Once();
        Supplier<String> value = Once.value(() -> "yes");
        twice(() -> {
            try {
                if (right) {
                    that(value.get().equals("yes"), "the value is there");
                    return;
                }
                once.run(() -> {
                    throw new IllegalStateException("as it does now and then");
                });
                that(it.opened != null, "it was opened");
            } catch (IllegalStateException e) {
                // It is known to fail.
            }
        });
    }

    /** An action that asks for itself. */
    public static void onceInItself(boolean right) throws InterruptedException {
        Once once = new Once();
        Once inner = right ? new Once() : once;
        twice(() -> once.run(() -> inner.run(() -> {})));
    }

    /** Two actions that need each other. */
    public static void onceInARing(boolean right) throws InterruptedException {
        Once one = new Once();
        Once two = new Once();
        both(
                () -> one.run(() -> two.run(() -> {})),
                () -> (right ? one : two).run(() -> (right ? two : one).run(() -> {})));
    }

    /** A worker that waits for the end of a context, which nobody brings. */
    public static void neverCancelled(boolean right) throws InterruptedException {
        CancelContext ctx = Context.withCancel(Context.background());
        go("worker", () -> ctx.done().await());
        if (right) {
            ctx.cancel();
        }
    }

    /** The work goes on with the background's context, which has no end. */
    public static void wrongContext(boolean right) throws InterruptedException {
        CancelContext ctx = Context.withCancel(Context.background());
        Context used = right ? ctx : Context.background();
        Chan<Integer> results = Chan.named("results");
        go("worker", () -> select(onSend(results, 1, () -> {}), onClosed(used.done(), () -> {})));
        ctx.cancel();
    }

    /** It was cancelled, and the worker waits for something else. */
    public static void deafToCancel(boolean right) throws InterruptedException {
        CancelContext ctx = Context.withCancel(Context.background());
        Chan<Integer> jobs = Chan.named("jobs");
        go("worker", () -> {
            if (right) {
                select(onReceive(jobs, _ -> {}), onClosed(ctx.done(), () -> {}));
            } else {
                jobs.receive();
            }
        });
        ctx.cancel();
    }

    /** What is written before the cancel is seen after it; what is written after is not. */
    public static void writtenAfterCancel(boolean right) throws InterruptedException {
        Groups it = new Groups();
        CancelContext ctx = Context.withCancel(Context.background());
        go("worker", () -> {
            ctx.done().await();
            that(it.done <= 1, "one reason");
        });
        if (right) {
            it.done = 1;
        }
        ctx.cancel();
        if (!right) {
            it.done = 1;
        }
    }

    /** The workers wait for jobs, and nobody says that there are no more. */
    public static void poolWithoutEnd(boolean right) throws InterruptedException {
        Chan<Integer> jobs = Chan.named("jobs", 2);
        Chan<Integer> results = Chan.make(2);
        for (int i = 0; i < 2; i++) {
            go("worker " + i, () -> {
                for (int job : jobs) {
                    results.send(job);
                }
            });
        }
        jobs.send(1);
        jobs.send(2);
        equal(3, results.receive() + results.receive());
        if (right) {
            jobs.close();
        }
    }

    /** A job waits for another job of the same pool, and all workers are taken. */
    public static void poolThatWaitsForItself(boolean right) throws InterruptedException {
        Chan<Chan<Integer>> jobs = Chan.make(4);
        int workers = right ? 2 : 1;
        for (int i = 0; i < workers; i++) {
            int me = i;
            go("worker " + i, () -> {
                for (Chan<Integer> job : jobs) {
                    if (job.cap() == 1) {
                        Chan<Integer> part = Chan.make(2);
                        jobs.send(part);
                        job.send(part.receive());
                    } else {
                        job.send(me);
                    }
                }
            });
        }
        Chan<Integer> job = Chan.make(1);
        jobs.send(job);
        that(job.receive() >= 0, "it was done by somebody");
        jobs.close();
    }

    /** A worker whose job throws is gone, and the jobs that are left have nobody. */
    public static void workerLost(boolean right) throws InterruptedException {
        Chan<Integer> jobs = Chan.make(2);
        WaitGroup group = new WaitGroup();
        group.add(2);
        go("worker", () -> {
            for (int job : jobs) {
                try {
                    if (job == 0) {
                        throw new IllegalStateException("a bad job");
                    }
                } catch (IllegalStateException e) {
                    if (!right) {
                        group.done();
                        return;
                    }
                }
                group.done();
            }
        });
        jobs.send(0);
        jobs.send(1);
        jobs.close();
        group.await();
    }

    /** A result that two compute: the lock is not held from the look to the write. */
    public static void computedTwice(boolean right) throws InterruptedException {
        Groups it = new Groups();
        Mutex mutex = new Mutex();
        twice(() -> {
            mutex.lock();
            boolean missing = it.opened == null;
            if (!right) {
                mutex.unlock();
            }
            if (missing) {
                if (!right) {
                    mutex.lock();
                }
                it.opened = "yes";
                it.done++;
                if (!right) {
                    mutex.unlock();
                }
            }
            if (right) {
                mutex.unlock();
            }
        });
        equal(1, it.done);
    }
}
