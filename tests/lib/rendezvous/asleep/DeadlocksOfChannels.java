package rendezvous.asleep;

import static rendezvous.chan.Go.go;
import static rendezvous.chan.Select.onReceive;
import static rendezvous.chan.Select.onSend;
import static rendezvous.chan.Select.select;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import rendezvous.chan.Chan;
import rendezvous.chan.Go;
import rendezvous.chan.Select;
import rendezvous.chan.Signal;
import rendezvous.runtime.DeadlockError;
import rendezvous.runtime.Goroutine;
import rendezvous.runtime.World;

/** Programs in which everybody waits for a channel, or for somebody's end. */
final class DeadlocksOfChannels {
    private static final String BY = ", started by a lambda of " + DeadlocksOfChannels.class.getName();

    /** The program in which it is not certain which thread gets to look first. */
    static final String TWO_THREADS = "a thread that is no goroutine waits in the library too";

    private DeadlocksOfChannels() {}

    static List<Program> all() {
        return List.of(
                new Program(
                        "a receive from a channel that nobody else knows",
                        () -> Chan.named("orders").receive(),
                        "main waits to receive on `orders` (unbuffered)"),
                new Program(
                        "a send to a channel that nobody else knows",
                        () -> Chan.named("orders").send(1),
                        "main waits to send on `orders` (unbuffered)"),
                new Program(
                        "a send to a full buffer",
                        () -> {
                            Chan<Integer> ch = Chan.named("shelf", 2);
                            for (int i = 0; i < 3; i++) {
                                ch.send(i);
                            }
                        },
                        "main waits to send on `shelf` (2 of 2 buffered)"),
                new Program(
                        "a channel that is never ready",
                        () -> Chan.never().receive(),
                        "main waits on a channel that is never ready"),
                new Program(
                        "a wait for a close that does not come",
                        () -> {
                            Chan<Signal> done = Chan.named("done");
                            go("worker", () -> {}).await();
                            done.await();
                        },
                        "main waits for a close of `done` (unbuffered)"),
                new Program(
                        "a loop over a channel that nobody closes",
                        () -> {
                            Chan<Integer> ch = Chan.named("numbers");
                            go("source", () -> {
                                for (int i = 0; i < 3; i++) {
                                    ch.send(i);
                                }
                            });
                            int sum = 0;
                            for (int i : ch) {
                                sum += i;
                            }
                            throw new AssertionError("the loop ended with " + sum);
                        },
                        "main waits to receive on `numbers` (unbuffered)"),
                new Program(
                        "two who first send to each other",
                        () -> {
                            Chan<Integer> left = Chan.named("left");
                            Chan<Integer> right = Chan.named("right");
                            Goroutine one = go("one", () -> {
                                left.send(1);
                                right.receive();
                            });
                            go("other", () -> {
                                right.send(1);
                                left.receive();
                            });
                            one.await();
                        },
                        "main waits for a goroutine to end: one",
                        "one waits to send on `left` (unbuffered)" + BY,
                        "other waits to send on `right` (unbuffered)" + BY),
                new Program("a select without cases", () -> select(), "main waits in a select: no case"),
                new Program(
                        "a select of which no case can be done",
                        () -> {
                            Chan<Integer> in = Chan.named("in");
                            Chan<Integer> out = Chan.named("out");
                            select(onReceive(in, _ -> {}), onSend(out, 1, () -> {}));
                        },
                        "main waits in a select: receive from `in`, send on `out`"),
                new Program(
                        "a select that is used again",
                        () -> {
                            Chan<Integer> in = Chan.named("in", 1);
                            in.send(1);
                            Select s = new Select();
                            s.receive(in);
                            while (true) {
                                s.await();
                            }
                        },
                        "main waits in a select: receive from `in`"),
                new Program(
                        "a ring in which each waits for the one before",
                        () -> {
                            List<Chan<Integer>> ring = new ArrayList<>();
                            for (int i = 0; i < 3; i++) {
                                ring.add(Chan.named("ring" + i));
                            }
                            for (int i = 0; i < 3; i++) {
                                int me = i;
                                go(
                                        "g" + i,
                                        () -> ring.get((me + 1) % 3)
                                                .send(ring.get(me).receive()));
                            }
                            Chan.named("result").receive();
                        },
                        "main waits to receive on `result` (unbuffered)",
                        "g0 waits to receive on `ring0` (unbuffered)" + BY,
                        "g1 waits to receive on `ring1` (unbuffered)" + BY,
                        "g2 waits to receive on `ring2` (unbuffered)" + BY),
                new Program(
                                "workers whose channel nobody closes, after all has been done",
                                () -> {
                                    Chan<Integer> jobs = Chan.named("jobs");
                                    Goroutine worker = go("worker", () -> {
                                        for (int job : jobs) {
                                            Go.sleep(Duration.ofMillis(job));
                                        }
                                    });
                                    for (int i = 0; i < 20; i++) {
                                        jobs.send(5);
                                    }
                                    worker.await();
                                },
                                "main waits for a goroutine to end: worker",
                                "worker waits to receive on `jobs` (unbuffered)" + BY)
                        .busyFor(100),
                new Program(
                                "a goroutine that sleeps before it too waits",
                                () -> {
                                    Chan<Integer> ch = Chan.named("ch");
                                    go("sleeper", () -> {
                                        Thread.sleep(300);
                                        ch.receive();
                                    });
                                    ch.receive();
                                },
                                "main waits to receive on `ch` (unbuffered)",
                                "sleeper waits to receive on `ch` (unbuffered)" + BY)
                        .busyFor(300),
                new Program(
                        "after an alarm has rung, and one was called off",
                        () -> {
                            CountDownLatch rung = new CountDownLatch(1);
                            World.REAL.schedule(1_000_000, rung::countDown);
                            World.REAL.schedule(3_600_000_000_000L, () -> {}).cancel();
                            rung.await();
                            Chan.named("ch").receive();
                        },
                        "main waits to receive on `ch` (unbuffered)"),
                new Program(
                        "after an executor was shut down",
                        () -> {
                            try (ExecutorService pool = Executors.newFixedThreadPool(3)) {
                                pool.submit(() -> 1).get();
                            }
                            try (ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
                                pool.submit(() -> 1).get();
                            }
                            Chan.named("ch").receive();
                        },
                        "main waits to receive on `ch` (unbuffered)"),
                new Program(
                                "after another thread has ended, in the middle of the wait",
                                () -> {
                                    Thread.ofPlatform().daemon().start(() -> Deadlocks.sleepMillis(400));
                                    Chan.named("ch").receive();
                                },
                                "main waits to receive on `ch` (unbuffered)")
                        .busyFor(400),
                new Program(
                        "after a goroutine has panicked instead of sending",
                        () -> {
                            Chan<Integer> ch = Chan.named("ch");
                            go("chef", () -> {
                                Thread.currentThread().setUncaughtExceptionHandler((_, _) -> {});
                                throw new IllegalStateException("burnt");
                            });
                            ch.receive();
                        },
                        "main waits to receive on `ch` (unbuffered)"),
                new Program(
                        TWO_THREADS,
                        DeadlocksOfChannels::twoThreads,
                        "main waits to receive on `mine` (unbuffered)",
                        "other waits to receive on `ch` (unbuffered)"),
                new Program(
                        "a goroutine waits for another that was interrupted and waits again",
                        () -> {
                            Chan<Integer> ch = Chan.named("ch");
                            Goroutine stubborn = go("stubborn", () -> {
                                try {
                                    ch.receive();
                                } catch (InterruptedException e) {
                                    ch.receive();
                                }
                            });
                            Goroutine patient = go("patient", stubborn::await);
                            stubborn.interrupt();
                            patient.await();
                        },
                        "main waits for a goroutine to end: patient",
                        "stubborn waits to receive on `ch` (unbuffered)" + BY,
                        "patient waits for a goroutine to end: stubborn" + BY));
    }

    /** Either may be the first to look, and the error is thrown there; for the other there is doubt until then. */
    private static void twoThreads() throws InterruptedException {
        AtomicReference<DeadlockError> others = new AtomicReference<>();
        Thread other = Thread.ofPlatform().daemon().name("other").start(() -> {
            try {
                Deadlocks.receiveForEver(Chan.named("ch"));
            } catch (DeadlockError e) {
                others.set(e);
            }
        });
        try {
            Chan.named("mine").receive();
        } catch (DeadlockError e) {
            throw others.get() == null ? e : others.get();
        } finally {
            other.interrupt();
            other.join();
        }
    }
}
