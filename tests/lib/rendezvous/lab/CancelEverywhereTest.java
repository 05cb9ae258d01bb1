package rendezvous.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static rendezvous.chan.Go.go;
import static rendezvous.chan.Go.sleep;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import rendezvous.chan.Chan;
import rendezvous.chan.ReceiveChan;
import rendezvous.chan.Signal;
import rendezvous.context.CancelContext;
import rendezvous.context.Context;
import rendezvous.context.ContextException;
import rendezvous.errgroup.ErrGroup;
import rendezvous.lab.Failure.Kind;
import rendezvous.pattern.Broker;
import rendezvous.pattern.Patterns;
import rendezvous.pattern.Pipeline;
import rendezvous.pattern.RateLimiter;
import rendezvous.pattern.WorkerPool;
import rendezvous.semaphore.Weighted;

/**
 * Every pattern, with its context cancelled at every point it can come to: what it started ends, what it gave is closed,
 * and what arrived is a beginning of what was to come, nothing twice. Whatever is left behind fails the run by itself.
 */
class CancelEverywhereTest {
    /** How many values came, over all schedules: none, all, and some between must have been seen. */
    private static final Set<Integer> COUNTS = Collections.synchronizedSet(new TreeSet<>());

    /** A pattern at work under a context that somebody cancels. */
    @FunctionalInterface
    interface Use {
        void under(Context ctx) throws Exception;
    }

    record Program(String name, Use use) {
        void run() throws Exception {
            CancelContext ctx = Context.withCancel(Context.background());
            go("canceller", ctx::cancel);
            try {
                use.under(ctx);
            } catch (ContextException e) {
                COUNTS.add(0); // it was told instead
            }
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Program> programs() {
        return Stream.of(
                new Program("of", ctx -> inOrder(Patterns.of(ctx, 1, 2))),
                new Program("orDone", ctx -> inOrder(Patterns.orDone(ctx, filled(1, 2)))),
                new Program("orDone, nobody sends", ctx -> inOrder(Patterns.orDone(ctx, Chan.make()))),
                new Program("take", ctx -> inOrder(Patterns.take(ctx, filled(1, 2, 3), 2))),
                new Program("fan in", ctx -> eachOnce(Patterns.fanIn(ctx, filled(1), filled(2)))),
                new Program("tee", CancelEverywhereTest::tee),
                new Program("bridge", CancelEverywhereTest::bridge),
                new Program("or", CancelEverywhereTest::or),
                new Program("ring", ctx -> eachOnce(Patterns.ring(ctx, filled(1, 2), 1))),
                new Program("pipeline", CancelEverywhereTest::pipeline),
                new Program("fan out", ctx -> fanOut(ctx, false)),
                new Program("fan out, ordered", ctx -> fanOut(ctx, true)),
                new Program("worker pool", CancelEverywhereTest::workerPool),
                new Program("broker", CancelEverywhereTest::broker),
                new Program("rate limiter", CancelEverywhereTest::rateLimiter),
                new Program("semaphore", CancelEverywhereTest::semaphore),
                new Program("group", CancelEverywhereTest::group));
    }

    private static Chan<Integer> filled(Integer... values) throws InterruptedException {
        Chan<Integer> ch = Chan.make(values.length);
        for (Integer value : values) {
            ch.send(value);
        }
        ch.close();
        return ch;
    }

    private static void inOrder(ReceiveChan<Integer> out) {
        int last = 0;
        int count = 0;
        for (int value : out) {
            assertEquals(last + 1, value, "the next");
            last = value;
            count++;
        }
        COUNTS.add(count);
    }

    private static void eachOnce(ReceiveChan<Integer> out) {
        List<Integer> got = new ArrayList<>();
        for (int value : out) {
            assertTrue(value == 1 || value == 2, () -> "nobody sent " + value);
            assertTrue(!got.contains(value), () -> value + " came twice");
            got.add(value);
        }
        COUNTS.add(got.size());
    }

    private static void tee(Context ctx) throws Exception {
        Patterns.Tee<Integer> tee = Patterns.tee(ctx, filled(1, 2));
        go("other", () -> inOrder(tee.right()));
        inOrder(tee.left());
    }

    private static void bridge(Context ctx) throws Exception {
        Chan<ReceiveChan<Integer>> ins = Chan.make(2);
        ins.send(filled(1));
        ins.send(filled(2));
        ins.close();
        inOrder(Patterns.bridge(ctx, ins));
    }

    private static void or(Context ctx) throws Exception {
        Chan<Signal> one = Chan.make();
        go("one", one::close);
        Patterns.or(ctx, one, Chan.<Signal>make()).await();
        COUNTS.addAll(Set.of(0, 1));
    }

    private static void pipeline(Context ctx) throws Exception {
        try (Pipeline<RuntimeException> pipeline = new Pipeline<>(ctx)) {
            ReceiveChan<Integer> numbers = pipeline.generate(out -> {
                out.send(0);
                out.send(1);
            });
            inOrder(pipeline.map(numbers, n -> n + 1));
            pipeline.await();
        }
    }

    private static void fanOut(Context ctx, boolean ordered) throws Exception {
        try (Pipeline<RuntimeException> pipeline = new Pipeline<>(ctx)) {
            if (ordered) {
                inOrder(pipeline.fanOutOrdered(2, filled(0, 1), n -> n + 1));
            } else {
                eachOnce(pipeline.fanOut(2, filled(0, 1), n -> n + 1));
            }
            pipeline.await();
        }
    }

    private static void workerPool(Context ctx) throws Exception {
        try (WorkerPool<Integer, Integer, RuntimeException> pool = new WorkerPool<>(ctx, 2, n -> n + 1)) {
            go("source", () -> {
                try {
                    pool.submit(0);
                    pool.submit(1);
                } catch (ContextException e) {
                    return; // nobody takes jobs any more
                } finally {
                    pool.finish();
                }
            });
            eachOnce(pool.results());
            pool.await();
        }
    }

    private static void broker(Context ctx) throws Exception {
        Broker<Integer> broker = new Broker<>(ctx);
        ReceiveChan<Integer> news = broker.subscribe(ctx, 0);
        go("publisher", () -> {
            try (broker) {
                broker.publish(ctx, 1);
                broker.publish(ctx, 2);
            } catch (ContextException e) {
                return; // nobody listens any more
            }
        });
        inOrder(news);
    }

    private static void rateLimiter(Context ctx) throws Exception {
        try (RateLimiter limiter = RateLimiter.tokens(Duration.ofSeconds(1), 1)) {
            limiter.await(ctx);
            COUNTS.add(1);
            limiter.await(ctx);
            COUNTS.add(2);
        }
    }

    private static void semaphore(Context ctx) throws Exception {
        Weighted permits = new Weighted(1);
        permits.acquire(1);
        go("holder", () -> {
            sleep(Duration.ZERO);
            permits.release(1);
        });
        try {
            permits.acquire(ctx, 1);
            COUNTS.add(1);
            permits.release(1);
        } finally {
            Lab.settle();
            assertTrue(permits.tryAcquire(1), "what nobody holds can be had");
        }
    }

    private static void group(Context ctx) throws Exception {
        ErrGroup<ContextException> group = ErrGroup.withContext(ctx);
        Chan<Integer> ch = Chan.make();
        group.go(() -> Context.call(group.context(), () -> {
            ch.send(1);
            return 1;
        }));
        group.go(() -> COUNTS.add(Context.call(group.context(), ch::receive)));
        group.await();
    }

    @ParameterizedTest
    @MethodSource("programs")
    void nothing_is_left_behind_whenever_it_is_cancelled(Program program) throws InterruptedException {
        COUNTS.clear();
        Exploration systematic =
                Lab.explore(program::run).systematically(1).schedules(30_000).run();
        systematic.orThrow();
        Lab.explore(program::run).randomly().schedules(2_000).run().orThrow();
        Lab.explore(program::run).pct(4).schedules(2_000).run().orThrow();
        int fates = program.name.endsWith("nobody sends") ? 1 : 2;
        assertTrue(COUNTS.size() >= fates, () -> "want: cancelled early and late; got only these counts " + COUNTS);
    }

    /** That a run can fail: a stage that does not look at its context waits for ever. */
    @Test
    void a_stage_that_ignores_its_context_is_seen() throws InterruptedException {
        Exploration exploration = Lab.explore(() -> new Program("deaf", ctx -> {
                            Chan<Integer> out = Chan.make();
                            go("deaf", () -> out.send(1));
                            Patterns.orDone(ctx, out).receiveOk();
                        })
                        .run())
                .randomly()
                .schedules(1_000)
                .run();
        assertEquals(
                Kind.LEAK,
                exploration.failed().orElseThrow().failure().orElseThrow().kind());
    }
}
