package rendezvous.bench;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.BooleanSupplier;

/** Virtual threads as the JDK starts them, for the programs that are made of no more than these. */
final class Threads {
    private Threads() {}

    /** Runs a program on a virtual thread, as Go runs {@code main} on a goroutine; returns what it returns. */
    static long run(Callable<Long> program) throws Exception {
        FutureTask<Long> task = new FutureTask<>(program);
        Thread.startVirtualThread(task);
        try {
            return task.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the program failed: " + e.getCause(), e.getCause());
        }
    }

    /** Starts a virtual thread. What its code throws, the uncaught exception handler prints. */
    static Thread start(Code code) {
        return Thread.startVirtualThread(() -> {
            try {
                code.run();
            } catch (InterruptedException e) {
                throw new IllegalStateException("interrupted, though nobody does that here", e);
            }
        });
    }

    /** Waits, before a measurement begins, until something is so. */
    static void until(BooleanSupplier so) throws InterruptedException {
        while (!so.getAsBoolean()) {
            Thread.sleep(1);
        }
    }

    /** Runs four senders and four receivers on one queue; returns the sum of what was received. */
    static long fourToFour(Put put, Take take) throws Exception {
        int each = Work.BUFFERED / Work.SIDES;
        long[] sums = new long[Work.SIDES];
        run(() -> {
            Thread[] all = new Thread[2 * Work.SIDES];
            for (int side = 0; side < Work.SIDES; side++) {
                int me = side;
                all[me] = start(() -> {
                    for (int i = 0; i < each; i++) {
                        put.put(i);
                    }
                });
                all[Work.SIDES + me] = start(() -> {
                    long sum = 0;
                    for (int i = 0; i < each; i++) {
                        sum += take.take();
                    }
                    sums[me] = sum;
                });
            }
            for (Thread thread : all) {
                thread.join();
            }
            return 0L;
        });
        return Work.checked(sums[0] + sums[1] + sums[2] + sums[3], Work.SIDES * Work.sum(each));
    }

    /** Runs four workers between two queues; returns the sum of their results. */
    static long workers(Put job, Take nextJob, Put result, Take nextResult) throws Exception {
        int stop = -1; // a queue has no end: one for each worker
        long got = run(() -> {
            for (int side = 0; side < Work.SIDES; side++) {
                start(() -> {
                    for (int one = nextJob.take(); one != stop; one = nextJob.take()) {
                        result.put(Work.job(one));
                    }
                });
            }
            start(() -> {
                for (int i = 0; i < Work.HAND_OFFS; i++) {
                    job.put(i);
                }
                for (int side = 0; side < Work.SIDES; side++) {
                    job.put(stop);
                }
            });
            long sum = 0;
            for (int i = 0; i < Work.HAND_OFFS; i++) {
                sum += nextResult.take();
            }
            return sum;
        });
        return Work.checked(got, Work.sumOfJobs(Work.HAND_OFFS));
    }

    /** Runs a pipeline of stages, stage n from queue n to queue n + 1; returns the sum of what comes out. */
    static long stages(PutAt put, TakeAt take) throws Exception {
        long got = run(() -> {
            for (int stage = 0; stage < Work.STAGES; stage++) {
                int from = stage;
                start(() -> {
                    for (int i = 0; i < Work.PIPED; i++) {
                        put.put(from + 1, take.take(from) + 1);
                    }
                });
            }
            start(() -> {
                for (int i = 0; i < Work.PIPED; i++) {
                    put.put(0, i);
                }
            });
            long sum = 0;
            for (int i = 0; i < Work.PIPED; i++) {
                sum += take.take(Work.STAGES);
            }
            return sum;
        });
        return Work.checked(got, Work.sum(Work.PIPED) + (long) Work.STAGES * Work.PIPED);
    }

    /** The ways into several queues. */
    @FunctionalInterface
    interface PutAt {
        void put(int queue, Integer value) throws InterruptedException;
    }

    /** The ways out of several queues. */
    @FunctionalInterface
    interface TakeAt {
        Integer take(int queue) throws InterruptedException;
    }

    /** A queue's way in. */
    @FunctionalInterface
    interface Put {
        void put(Integer value) throws InterruptedException;
    }

    /** A queue's way out. */
    @FunctionalInterface
    interface Take {
        Integer take() throws InterruptedException;
    }

    /** What a thread runs. */
    @FunctionalInterface
    interface Code {
        void run() throws InterruptedException;
    }
}
