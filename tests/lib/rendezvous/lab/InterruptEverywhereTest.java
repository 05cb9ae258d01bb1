package rendezvous.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static rendezvous.chan.Go.go;
import static rendezvous.chan.Go.sleep;
import static rendezvous.chan.Select.choose;
import static rendezvous.chan.Select.closed;
import static rendezvous.chan.Select.receive;
import static rendezvous.chan.Select.send;
import static rendezvous.chan.Select.timeout;
import static rendezvous.chan.Signal.SIGNAL;

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
import rendezvous.chan.Signal;
import rendezvous.chan.Timer;
import rendezvous.context.Context;
import rendezvous.lab.Failure.Kind;
import rendezvous.runtime.Body;
import rendezvous.runtime.Goroutine;
import rendezvous.sync.Cond;
import rendezvous.sync.Mutex;
import rendezvous.sync.Once;
import rendezvous.sync.RWMutex;
import rendezvous.sync.WaitGroup;

/**
 * Rules 1 to 129 once more: every primitive, under every schedule with one preemption and many at random, with an
 * interrupt of one that uses it at every point it can come to. After it nothing is left behind: nobody queued, no value
 * lost, none doubled, no lock held.
 */
class InterruptEverywhereTest {
    private static final Duration HOUR = Duration.ofHours(1);

    /** A program of which one part is interrupted, and which checks at its end that all is well. */
    record Program(String name, Body body) {
        @Override
        public String toString() {
            return name;
        }
    }

    /** What became of those who were interrupted, over all schedules: both must have been seen. */
    private static final Set<String> FATES = Collections.synchronizedSet(new TreeSet<>());

    /** Runs code that may be interrupted; says whether it was. */
    private static boolean survives(Body code) throws Exception {
        try {
            code.run();
            FATES.add("survived");
            return true;
        } catch (InterruptedException e) {
            assertFalse(Thread.currentThread().isInterrupted(), "the flag is cleared when an exception tells it");
            FATES.add("interrupted");
            return false;
        }
    }

    /** Starts a goroutine, and another that interrupts it. */
    private static Goroutine victim(Body code) {
        return victim(Duration.ZERO, code);
    }

    /** Starts a goroutine, and another that interrupts it some time later. */
    private static Goroutine victim(Duration later, Body code) {
        Goroutine victim = go("victim", code);
        go("interrupter", () -> {
            sleep(later);
            victim.interrupt();
        });
        return victim;
    }

    static Stream<Program> programs() {
        List<Program> programs = new ArrayList<>();
        for (int capacity : new int[] {0, 1, 2}) {
            programs.add(new Program("send, capacity " + capacity, () -> sends(capacity)));
            programs.add(new Program("receive, capacity " + capacity, () -> receives(capacity)));
            programs.add(new Program("select to receive, capacity " + capacity, () -> selects(capacity, true)));
            programs.add(new Program("select to send, capacity " + capacity, () -> selects(capacity, false)));
            programs.add(new Program("close while one sends, capacity " + capacity, () -> closes(capacity)));
            programs.add(new Program("wait for close, capacity " + capacity, () -> awaitsClose(capacity)));
        }
        programs.add(new Program("timer", InterruptEverywhereTest::timer));
        programs.add(new Program("select with a timeout", InterruptEverywhereTest::selectsWithTimeout));
        programs.add(new Program("sleep", InterruptEverywhereTest::sleeps));
        programs.add(new Program("mutex", InterruptEverywhereTest::mutex));
        programs.add(new Program("write lock", () -> rwMutex(true)));
        programs.add(new Program("read lock", () -> rwMutex(false)));
        programs.add(new Program("condition, signal", () -> signals(false)));
        programs.add(new Program("condition, broadcast", () -> signals(true)));
        programs.add(new Program("group", InterruptEverywhereTest::group));
        programs.add(new Program("once", InterruptEverywhereTest::once));
        programs.add(new Program("join", InterruptEverywhereTest::join));
        programs.add(new Program("context", InterruptEverywhereTest::context));
        programs.add(new Program("context with a timeout", InterruptEverywhereTest::contextWithTimeout));
        programs.add(new Program("function after a context", InterruptEverywhereTest::afterFunc));
        programs.add(new Program("call under a context", InterruptEverywhereTest::call));
        return programs.stream();
    }

    private static void sends(int capacity) throws Exception {
        Chan<Integer> ch = Chan.named("ch", capacity);
        Chan<Signal> done = Chan.named("done");
        List<Integer> sent = new ArrayList<>();
        Goroutine victim = victim(() -> {
            if (survives(() -> ch.send(1))) {
                sent.add(1);
            }
        });
        Goroutine other = go("other", () -> {
            ch.send(2);
            sent.add(2);
        });
        go("closer", () -> {
            victim.await();
            other.await();
            done.close();
        });
        List<Integer> got = new ArrayList<>();
        boolean more = true;
        while (more) {
            more = choose(receive(ch, v -> got.add(v)), closed(done, () -> false));
        }
        ch.tryReceive().ifPresent(last -> got.add(last.value()));
        ch.tryReceive().ifPresent(last -> got.add(last.value()));
        Collections.sort(sent);
        Collections.sort(got);
        assertEquals(sent, got, "sent, and received");
        assertTrue(ch.tryReceive().isEmpty(), "nobody waits to send");
        assertEquals(0, ch.len());
    }

    private static void receives(int capacity) throws Exception {
        Chan<Integer> ch = Chan.named("ch", capacity);
        Chan<Signal> done = Chan.named("done");
        List<Integer> got = new ArrayList<>();
        Goroutine victim = victim(() -> survives(() -> got.add(ch.receive())));
        Goroutine other = go("other", () -> got.add(ch.receive()));
        go("closer", () -> {
            victim.await();
            other.await();
            done.close();
        });
        List<Integer> sent = new ArrayList<>();
        boolean more = true;
        for (int i = 1; more; i++) {
            int value = i;
            more = choose(send(ch, value, () -> sent.add(value)), closed(done, () -> false));
        }
        for (var left = ch.tryReceive(); left.isPresent(); left = ch.tryReceive()) {
            got.add(left.get().value());
        }
        Collections.sort(got);
        assertEquals(sent, got, "sent, and received");
        assertFalse(capacity == 0 && ch.trySend(0), "nobody waits to receive");
    }

    private static void selects(int capacity, boolean receives) throws Exception {
        Chan<Integer> left = Chan.named("left", capacity);
        Chan<Integer> right = Chan.named("right", capacity);
        int[] done = {0};
        Goroutine victim = victim(() -> survives(() -> done[0] += receives
                ? choose(receive(left, v -> v), receive(right, v -> v))
                : choose(send(left, 1, () -> 1), send(right, 2, () -> 2))));
        int[] moved = {0};
        Goroutine partner = go("partner", () -> {
            try {
                if (receives) {
                    left.send(1);
                    moved[0] += 1;
                    right.send(2);
                    moved[0] += 2;
                } else {
                    moved[0] += choose(receive(right, v -> v), receive(left, v -> v));
                }
            } catch (InterruptedException e) {
                moved[0] += 10; // was told to give up
            }
        });
        victim.await();
        Lab.settle();
        partner.interrupt();
        partner.await();
        int buffered = 0;
        for (Chan<Integer> ch : List.of(left, right)) {
            for (var rest = ch.tryReceive(); rest.isPresent(); rest = ch.tryReceive()) {
                buffered += rest.get().value();
            }
            assertFalse(capacity == 0 && ch.trySend(0), "nobody waits to receive");
            assertTrue(capacity > 0 || ch.tryReceive().isEmpty(), "nobody waits to send");
        }
        int partners = moved[0] % 10;
        assertEquals(
                receives ? partners : done[0], (receives ? done[0] : partners) + buffered, "values sent, and received");
    }

    private static void closes(int capacity) throws Exception {
        Chan<Integer> ch = Chan.named("ch", capacity);
        int[] sent = {0};
        Goroutine victim = victim(() -> survives(() -> {
            try {
                ch.send(1);
                sent[0]++;
                ch.send(2);
                sent[0]++;
            } catch (rendezvous.chan.ChannelClosedException e) {
                FATES.add("told of the close");
            }
        }));
        Goroutine closer = go("closer", ch::close);
        int got = 0;
        for (int value : ch) {
            got += value > 0 ? 1 : 0;
        }
        victim.await();
        closer.await();
        assertEquals(sent[0], got);
    }

    private static void awaitsClose(int capacity) throws Exception {
        Chan<Integer> ch = Chan.named("ch", capacity);
        boolean[] over = {false};
        Goroutine victim = victim(() -> survives(() -> {
            ch.await();
            assertTrue(over[0]);
        }));
        Goroutine other = go("other", () -> {
            ch.await();
            assertTrue(over[0]);
        });
        over[0] = true;
        ch.close();
        victim.await();
        other.await();
    }

    private static void timer() throws Exception {
        Timer timer = Timer.of(HOUR);
        boolean[] got = {false};
        Goroutine victim = victim(HOUR, () -> got[0] = survives(() -> timer.c().receive()));
        victim.await();
        assertEquals(!got[0], timer.stop(), "what was not received is stopped");
        assertTrue(timer.c().tryReceive().isEmpty());
    }

    private static void selectsWithTimeout() throws Exception {
        Chan<Integer> ch = Chan.named("ch");
        int[] got = {0};
        Goroutine victim =
                victim(HOUR, () -> survives(() -> got[0] = choose(receive(ch, v -> v), timeout(HOUR, () -> -1))));
        boolean[] sent = {false};
        Goroutine sender = go("sender", () -> {
            sleep(HOUR);
            sent[0] = ch.trySend(5);
        });
        victim.await();
        sender.await();
        assertEquals(sent[0], got[0] == 5, "what was sent was received");
        assertFalse(ch.trySend(1), "nobody waits to receive");
    }

    private static void sleeps() throws Exception {
        Goroutine victim = victim(HOUR, () -> survives(() -> sleep(HOUR)));
        victim.await();
        sleep(HOUR);
    }

    private static void mutex() throws Exception {
        Mutex mutex = new Mutex();
        int[] inside = {0};
        Body work = () -> {
            for (int i = 0; i < 2; i++) { // who was woken may find that another came first, and waits again
                mutex.lock();
                assertEquals(1, ++inside[0]);
                assertEquals(0, --inside[0]);
                mutex.unlock();
            }
        };
        Goroutine victim = victim(() -> survives(() -> {
            mutex.lock();
            assertEquals(1, ++inside[0]);
            assertEquals(0, --inside[0]);
            mutex.unlock();
        }));
        Goroutine other = go("other", work);
        Goroutine third = go("third", work);
        victim.await();
        other.await();
        third.await();
        assertEquals("mutex (unlocked)", mutex.toString());
        assertTrue(mutex.tryLock());
    }

    private static void rwMutex(boolean writes) throws Exception {
        RWMutex mutex = new RWMutex();
        int[] readers = {0};
        int[] writers = {0};
        Body write = () -> {
            mutex.lock();
            assertEquals(0, readers[0]);
            assertEquals(1, ++writers[0]);
            writers[0]--;
            mutex.unlock();
        };
        Body read = () -> {
            mutex.rLock();
            readers[0]++;
            assertEquals(0, writers[0]);
            readers[0]--;
            mutex.rUnlock();
        };
        Goroutine victim = victim(() -> survives(writes ? write : read));
        Goroutine writer = go("writer", write);
        Goroutine reader = go("reader", read);
        Goroutine second = go("second reader", read); // comes, in some schedules, while a writer waits for the first
        victim.await();
        writer.await();
        reader.await();
        second.await();
        assertEquals("RWMutex (unlocked)", mutex.toString());
        assertTrue(mutex.tryLock());
        mutex.unlock();
        assertTrue(mutex.tryRLock());
    }

    private static void signals(boolean toAll) throws Exception {
        Mutex mutex = new Mutex();
        Cond cond = new Cond(mutex);
        int[] woken = {0};
        boolean[] gaveUp = {false};
        Body waits = () -> {
            lockWhateverComes(mutex);
            try {
                cond.await();
                woken[0]++;
            } finally {
                mutex.unlock();
            }
        };
        Goroutine victim = go("victim", () -> gaveUp[0] = !survives(waits));
        Goroutine other = go("other", waits);
        Lab.settle();
        go("interrupter", victim::interrupt);
        if (toAll) {
            cond.broadcast();
        } else {
            cond.signal();
        }
        Lab.settle();
        int expected = toAll ? (gaveUp[0] ? 1 : 2) : 1;
        assertEquals(expected, woken[0], "a signal is neither lost nor counted twice");
        cond.broadcast();
        victim.await();
        other.await();
        assertEquals("condition (0 waiting)", cond.toString());
        assertEquals("mutex (unlocked)", mutex.toString());
    }

    private static void lockWhateverComes(Mutex mutex) throws InterruptedException {
        mutex.lock(); // nobody is interrupted before all wait
    }

    private static void group() throws Exception {
        WaitGroup group = new WaitGroup();
        int[] done = {0};
        group.go(() -> done[0]++);
        group.go(() -> done[0]++);
        Goroutine victim = victim(() -> survives(() -> {
            group.await();
            assertEquals(2, done[0]);
        }));
        group.await();
        assertEquals(2, done[0]);
        victim.await();
        assertEquals("WaitGroup (counter 0)", group.toString());
        group.add(1); // and can be used again
        group.done();
        group.await();
    }

    private static void once() throws Exception {
        Once once = new Once();
        int[] runs = {0};
        boolean[] ended = {false};
        Once.Action<InterruptedException> action = () -> {
            runs[0]++;
            sleep(HOUR);
            ended[0] = true;
        };
        Goroutine runner = go("runner", () -> once.run(action));
        Lab.settle();
        Goroutine victim = victim(
                HOUR,
                () -> survives(() -> {
                    once.run(action);
                    assertTrue(ended[0]);
                }));
        once.run(action);
        assertTrue(ended[0]);
        victim.await();
        runner.await();
        assertEquals(1, runs[0]);
        assertEquals("Once (done)", once.toString());
    }

    private static void join() throws Exception {
        boolean[] ended = {false};
        Goroutine worker = go("worker", () -> {
            sleep(Duration.ZERO);
            ended[0] = true;
        });
        Goroutine victim = victim(() -> survives(() -> {
            worker.await();
            assertTrue(ended[0]);
        }));
        worker.await();
        victim.await();
    }

    private static void context() throws Exception {
        var parent = Context.withCancel(Context.background());
        var child = Context.withCancel(parent);
        Goroutine victim = victim(() -> survives(() -> {
            child.done().await();
            assertTrue(child.err() != null);
        }));
        Goroutine canceller = go("canceller", parent::cancel);
        Goroutine other = go("other", child::cancel);
        child.done().await();
        victim.await();
        canceller.await();
        other.await();
        assertTrue(parent.err() != null && child.err() != null);
    }

    private static void contextWithTimeout() throws Exception {
        var ctx = Context.withTimeout(Context.background(), HOUR);
        Goroutine victim = victim(
                HOUR,
                () -> survives(() -> {
                    ctx.done().await();
                    assertTrue(ctx.err() != null);
                }));
        Goroutine canceller = go("canceller", () -> {
            sleep(HOUR);
            ctx.cancel();
        });
        ctx.done().await();
        victim.await();
        canceller.await();
        assertTrue(ctx.err() != null);
    }

    private static void afterFunc() throws Exception {
        var ctx = Context.withCancel(Context.background());
        Chan<Signal> ran = Chan.named("ran", 2);
        Context.Stop stop = Context.afterFunc(ctx, () -> ran.send(SIGNAL));
        Goroutine canceller = go("canceller", ctx::cancel);
        boolean stopped = stop.stop();
        canceller.await();
        Goroutine victim = victim(() -> survives(() -> ctx.done().await()));
        victim.await();
        Lab.settle();
        assertEquals(stopped ? 0 : 1, ran.len(), "runs once, or is stopped");
    }

    private static void call() throws Exception {
        var ctx = Context.withCancel(Context.background());
        Chan<Integer> ch = Chan.named("ch");
        int[] got = {0};
        Goroutine caller = go("caller", () -> {
            try {
                got[0] = Context.call(ctx, () -> ch.receive());
                FATES.add("returned");
            } catch (rendezvous.context.ContextException e) {
                FATES.add("cancelled");
            }
            assertFalse(Thread.currentThread().isInterrupted(), "no trace of the interrupt is left");
            sleep(Duration.ofSeconds(1));
        });
        Goroutine canceller = go("canceller", ctx::cancel);
        boolean sent = ch.trySend(1);
        caller.await();
        canceller.await();
        assertEquals(sent ? 1 : 0, got[0], "what was sent was received");
        assertFalse(ch.trySend(2), "nobody waits to receive");
    }

    @ParameterizedTest
    @MethodSource("programs")
    void nothing_is_left_behind_whenever_the_interrupt_comes(Program program) throws InterruptedException {
        FATES.clear();
        Exploration systematic =
                Lab.explore(program.body).systematically(1).schedules(60_000).run();
        systematic.orThrow();
        assertTrue(systematic.coverage().contains("systematic up to 1 preemption: complete"), systematic::coverage);
        Lab.explore(program.body).randomly().schedules(5_000).run().orThrow();
        Lab.explore(program.body).pct(4).schedules(3_000).run().orThrow();
        // A select with a case that is ready does it, interrupted or not: one that can always send is never
        // interrupted.
        int fates = program.name.matches("select to send, capacity [12]") ? 1 : 2;
        assertTrue(FATES.size() >= fates, () -> "want: some survive the interrupt and some do not; got only " + FATES);
    }

    /** That the programs can fail: a channel that loses the value of an interrupted sender's rival would. */
    @Test
    void a_value_that_is_lost_is_seen() throws InterruptedException {
        Exploration exploration = Lab.explore(() -> {
                    Chan<Integer> ch = Chan.named("ch", 1);
                    List<Integer> sent = new ArrayList<>();
                    Goroutine victim = victim(() -> survives(() -> {
                        ch.send(1);
                        sleep(Duration.ZERO);
                        ch.await(); // not reached in time: what was sent is not counted
                        sent.add(1);
                    }));
                    victim.await();
                    assertEquals(sent.size(), ch.len());
                })
                .run();
        assertEquals(
                Kind.PANIC,
                exploration.failed().orElseThrow().failure().orElseThrow().kind());
    }
}
