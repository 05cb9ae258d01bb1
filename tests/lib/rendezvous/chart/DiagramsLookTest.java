package rendezvous.chart;

import static rendezvous.chan.Go.go;
import static rendezvous.chan.Go.sleep;
import static rendezvous.chan.Select.after;
import static rendezvous.chan.Select.onClosed;
import static rendezvous.chan.Select.onReceive;
import static rendezvous.chan.Select.otherwise;
import static rendezvous.chan.Select.select;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import rendezvous.chan.Chan;
import rendezvous.chan.Signal;
import rendezvous.context.CancelContext;
import rendezvous.context.Context;
import rendezvous.lab.Carriers;
import rendezvous.lab.Lab;
import rendezvous.lab.Run;
import rendezvous.runtime.Body;
import rendezvous.runtime.Goroutine;
import rendezvous.studied.Counters;
import rendezvous.sync.Mutex;
import rendezvous.sync.WaitGroup;
import rendezvous.trace.Trace;

/** Paints one diagram of each kind from real runs into {@code target/look}, to be looked at by people. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class DiagramsLookTest {
    private static Duration ms(long millis) {
        return Duration.ofMillis(millis);
    }

    /** Two workers under a context, fed by a select. */
    static void cancelled() throws Exception {
        CancelContext ctx = Context.withCancel(Context.background());
        Chan<Integer> a = Chan.named("a");
        Chan<Integer> b = Chan.named("b");
        WaitGroup workers = new WaitGroup();
        for (String name : new String[] {"left", "right"}) {
            Chan<Integer> mine = name.equals("left") ? a : b;
            workers.add(1);
            go(name, () -> {
                for (int i = 1; ctx.err() == null; i++) {
                    int value = i;
                    select(
                            rendezvous.chan.Select.onSend(mine, value, () -> sleep(ms(name.equals("left") ? 3 : 5))),
                            onClosed(ctx.done(), () -> {}));
                }
                workers.done();
            });
        }
        for (int i = 0; i < 5; i++) {
            select(onReceive(a, v -> {}), onReceive(b, v -> {}), after(ms(2), () -> {}));
        }
        sleep(ms(4));
        ctx.cancel();
        workers.await();
    }

    @Test
    void selects_and_a_cancel() throws Exception {
        Run run = Lab.run(3, DiagramsLookTest::cancelled);
        LookTest.paint("j-cancel-steps", Timeline.of(run));
        LookTest.paint("j-cancel-virtual", Timeline.of("In virtual time", run.trace()));
        LookTest.paint("j-cancel-real", Timeline.of("In real time", Trace.of(DiagramsLookTest::cancelled)));
    }

    @Test
    void a_deadline() throws Exception {
        Run run = Lab.run(() -> {
            Context ctx = Context.withTimeout(Context.background(), ms(40));
            Chan<Integer> answers = Chan.named("answers");
            go("server", () -> {
                sleep(ms(25));
                answers.send(1);
                sleep(ms(25));
                select(rendezvous.chan.Select.onSend(answers, 2, () -> {}), onClosed(ctx.done(), () -> {}));
            });
            answers.receive();
            select(onReceive(answers, v -> {}), onClosed(ctx.done(), () -> {}), otherwise(() -> {}));
            select(onReceive(answers, v -> {}), onClosed(ctx.done(), () -> {}));
        });
        LookTest.paint("k-deadline", Timeline.of("A deadline", run.trace()));
    }

    @Test
    void a_race() throws Exception {
        Run run = Lab.explore(Counters::unguarded)
                .schedules(500)
                .races()
                .run()
                .failed()
                .orElseThrow();
        LookTest.paint("l-race", Timeline.of(run));
        LookTest.paint("l-race-order", HappensBeforeGraph.of(run));
    }

    static final Body LOCKS = () -> {
        Mutex fork = new Mutex();
        Mutex spoon = new Mutex();
        Goroutine left = go("left", () -> {
            fork.lock();
            spoon.lock();
        });
        Goroutine right = go("right", () -> {
            spoon.lock();
            fork.lock();
        });
        left.await();
        right.await();
    };

    static Body philosophers(int count) {
        return () -> {
            Mutex[] forks = new Mutex[count];
            for (int i = 0; i < count; i++) {
                forks[i] = new Mutex();
            }
            WaitGroup all = new WaitGroup();
            for (int i = 0; i < count; i++) {
                int me = i;
                all.add(1);
                go("philosopher " + (i + 1), () -> {
                    forks[me].lock();
                    sleep(ms(1));
                    forks[(me + 1) % count].lock();
                });
            }
            all.await();
        };
    }

    @Test
    void who_waits_for_whom() throws Exception {
        LookTest.paint("m-two-locks", WaitForGraph.of(Lab.replay("1x4,2x2,3x3,2", LOCKS)));
        LookTest.paint("m-philosophers", WaitForGraph.of(Lab.run(philosophers(5))));
        LookTest.paint("m-many-philosophers", WaitForGraph.of(Lab.run(philosophers(8))));
        LookTest.paint("m-self", WaitForGraph.of(Trace.of(ms(100), () -> {
            Mutex lock = new Mutex();
            lock.lock();
            lock.lock();
        })));
        LookTest.paint("m-channels", WaitForGraph.of(Lab.run(() -> {
            Chan<Integer> questions = Chan.named("questions");
            Chan<Integer> answers = Chan.named("answers");
            Goroutine server = go("server", () -> {
                for (int q : questions) {
                    answers.send(q);
                }
            });
            go("logger", () -> Chan.<Signal>make().receive());
            questions.send(1);
            answers.receive();
            answers.receive();
            server.await();
        })));
    }

    @Test
    void what_happens_before_what() throws Exception {
        Run run = Lab.run(2, () -> {
            Chan<Integer> ch = Chan.named("ch");
            Mutex lock = new Mutex();
            WaitGroup group = new WaitGroup();
            group.add(2);
            go("sender", () -> {
                lock.lock();
                lock.unlock();
                ch.send(1);
                group.done();
            });
            go("counter", () -> {
                lock.lock();
                lock.unlock();
                group.done();
            });
            ch.receive();
            group.await();
        });
        LookTest.paint("n-order", HappensBeforeGraph.of(run));
        LookTest.paint("n-order-asked", HappensBeforeGraph.of(run, 1, 12));
    }

    @Test
    void goroutines() throws Exception {
        LookTest.paint("o-goroutines", GoroutineTable.of(Lab.run(philosophers(3))));
        LookTest.paint("o-goroutines-real", GoroutineTable.of(Trace.of(ms(60), () -> {
            Chan<Integer> orders = Chan.named("orders");
            go("cook", () -> orders.receive());
            go("napper", () -> sleep(ms(1_000)));
            go("spinner", () -> {
                while (!Thread.currentThread().isInterrupted()) {
                    Thread.onSpinWait();
                }
            });
            go("thrower", () -> {
                Thread.currentThread().setUncaughtExceptionHandler((thread, thrown) -> {});
                throw new IllegalStateException("boom");
            });
            Chan.<Integer>named("answers").receive();
        })));
    }

    private static long spin(long millis) {
        long end = System.nanoTime() + millis * 1_000_000;
        long rounds = 0;
        while (System.nanoTime() < end) {
            rounds++;
        }
        return rounds;
    }

    private static Body four(Body work) {
        return () -> {
            WaitGroup all = new WaitGroup();
            for (int i = 1; i <= 4; i++) {
                all.add(1);
                go("worker " + i, () -> {
                    work.run();
                    all.done();
                });
            }
            all.await();
        };
    }

    @Test
    void carriers() throws Exception {
        Body cpu = four(() -> spin(15));
        Body io = four(() -> {
            for (int i = 0; i < 3; i++) {
                spin(2);
                sleep(ms(8));
            }
        });
        Carriers.run(2, cpu); // the first loads classes
        LookTest.paint("p-cpu", CarrierChart.of("Four that compute", Carriers.run(1, cpu), Carriers.run(2, cpu)));
        LookTest.paint("p-io", CarrierChart.of("Four that mostly sleep", Carriers.run(1, io), Carriers.run(2, io)));
        Body greedy = () -> {
            go("greedy", () -> {
                while (!Thread.currentThread().isInterrupted()) {
                    Thread.onSpinWait();
                }
            });
            for (int i = 0; i < 5; i++) {
                sleep(ms(10));
            }
        };
        LookTest.paint(
                "p-greedy",
                CarrierChart.of(
                        "One that never yields", Carriers.run(1, ms(120), greedy), Carriers.run(2, ms(120), greedy)));
    }
}
