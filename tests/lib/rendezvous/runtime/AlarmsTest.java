package rendezvous.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import rendezvous.testing.OnBothThreads;
import rendezvous.testing.Setup;
import rendezvous.testing.SpinBarrier;
import rendezvous.testing.Task;
import rendezvous.testing.Until;

/** The alarms of the real world, and the heap that they are kept in. */
class AlarmsTest {
    private static final long HOUR = Duration.ofHours(1).toNanos();
    private static final long MILLI = 1_000_000;

    private final Alarms alarms = new Alarms(50 * MILLI);
    private final List<Alarm> distant = new ArrayList<>();

    /** Sets an alarm that is not due while the test runs. */
    private void setDistant(long nanos, Runnable code) {
        distant.add(alarms.schedule(nanos, code));
    }

    @AfterEach
    void its_thread_ends_when_all_are_called_off() {
        distant.forEach(Alarm::cancel);
        assertEquals(0, alarms.size());
        Until.holds("the thread has ended", () -> alarms.thread() == null);
    }

    private Thread alarmThread() {
        return Objects.requireNonNull(alarms.thread(), "the thread of the alarms");
    }

    private void untilAsleep() {
        Until.holds("the thread sleeps", () -> alarmThread().getState() == Thread.State.TIMED_WAITING);
    }

    @Test
    void an_alarm_runs_once_and_not_before_its_moment() {
        for (long nanos : new long[] {Long.MIN_VALUE, -1, 0, 1, MILLI, 5 * MILLI}) {
            AtomicInteger runs = new AtomicInteger();
            long[] at = new long[1];
            long set = System.nanoTime();
            Alarm alarm = alarms.schedule(nanos, () -> {
                at[0] = System.nanoTime();
                runs.incrementAndGet();
            });
            Until.holds("it runs", () -> runs.get() > 0);
            assertTrue(at[0] - set >= nanos, () -> "after " + (at[0] - set) + " ns, want at least " + nanos);
            assertFalse(alarm.cancel(), "it has run");
            assertEquals(0, alarms.size());
            assertEquals(1, runs.get());
        }
    }

    @Test
    void rule_73_alarms_run_in_the_order_of_their_moments() throws InterruptedException {
        CountDownLatch go = new CountDownLatch(1);
        CountDownLatch busy = new CountDownLatch(1);
        alarms.schedule(0, () -> {
            busy.countDown();
            await(go);
        });
        busy.await(); // from now on its thread runs nothing
        Random random = new Random(3);
        List<Long> moments = new ArrayList<>();
        List<Long> ran = Collections.synchronizedList(new ArrayList<>());
        for (int i = 0; i < 500; i++) {
            Long[] moment = new Long[1];
            Alarm alarm = alarms.schedule(random.nextLong(100 * MILLI), () -> ran.add(moment[0]));
            moment[0] = ((AlarmHeap.Entry) alarm).at;
            moments.add(moment[0]);
        }
        assertEquals(500, alarms.size());
        go.countDown();
        Until.holds("all run", () -> ran.size() == 500);
        Collections.sort(moments);
        assertEquals(moments, ran);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void an_earlier_alarm_is_not_kept_waiting_by_a_later_one() {
        setDistant(HOUR, () -> {});
        untilAsleep();
        for (int i = 0; i < 20; i++) {
            AtomicInteger runs = new AtomicInteger();
            alarms.schedule(MILLI, runs::incrementAndGet);
            Until.holds("the earlier one runs", () -> runs.get() == 1);
            untilAsleep();
        }
        assertEquals(1, alarms.size());
    }

    @Test
    void called_off_it_does_not_run_and_its_code_is_let_go() {
        List<WeakReference<Object>> held = new ArrayList<>();
        List<Alarm> set = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            set.add(setAndCalledOff(held));
        }
        assertEquals(0, alarms.size());
        Until.holds("what the codes refer to is collected while the alarms are still referred to", () -> {
            System.gc();
            return held.stream().allMatch(reference -> reference.refersTo(null));
        });
        set.forEach(alarm -> assertFalse(alarm.cancel(), "it was called off before"));
    }

    private Alarm setAndCalledOff(List<WeakReference<Object>> held) {
        Object referent = new Object();
        held.add(new WeakReference<>(referent));
        Alarm alarm = alarms.schedule(HOUR, () -> {
            throw new AssertionError("it ran, with " + referent);
        });
        assertTrue(alarm.cancel());
        return alarm;
    }

    @Test
    void what_has_run_is_let_go() {
        Object[] referent = {new Object()};
        WeakReference<Object> held = new WeakReference<>(referent[0]);
        AtomicInteger runs = new AtomicInteger();
        Alarm alarm = alarms.schedule(0, codeHolding(referent[0], runs));
        referent[0] = new Object();
        Until.holds("it runs", () -> runs.get() == 1);
        Until.holds("what the code refers to is collected", () -> {
            System.gc();
            return held.refersTo(null);
        });
        assertFalse(alarm.cancel());
    }

    private static Runnable codeHolding(Object referent, AtomicInteger runs) {
        return () -> {
            assertNotSame(referent, runs);
            runs.incrementAndGet();
        };
    }

    @Test
    void a_million_set_and_called_off_leave_nothing() {
        int many = 1_000_000;
        List<Alarm> set = new ArrayList<>(many);
        for (int i = 0; i < many; i++) {
            set.add(alarms.schedule(HOUR + i % 1_000, () -> {}));
        }
        assertEquals(many, alarms.size());
        Collections.shuffle(set, new Random(5));
        set.forEach(alarm -> assertTrue(alarm.cancel()));
        assertEquals(0, alarms.size());
        assertEquals(new Alarms(0).room(), alarms.room(), "room for alarms");
    }

    @Test
    void the_longest_times_do_not_come_early() {
        AtomicInteger early = new AtomicInteger();
        for (long nanos : new long[] {Long.MAX_VALUE, Long.MAX_VALUE - 1, Alarms.FAR, Alarms.FAR + 1}) {
            setDistant(nanos, early::incrementAndGet);
        }
        AtomicInteger runs = new AtomicInteger();
        alarms.schedule(5 * MILLI, runs::incrementAndGet);
        Until.holds("the short one runs", () -> runs.get() == 1);
        untilAsleep();
        assertEquals(0, early.get());
        assertEquals(4, alarms.size());
    }

    @Test
    void code_that_throws_is_reported_and_keeps_no_other_from_running() {
        List<Throwable> reported = Collections.synchronizedList(new ArrayList<>());
        IllegalStateException fault = new IllegalStateException("a fault of the test's");
        setDistant(HOUR, () -> {});
        alarmThread().setUncaughtExceptionHandler((thread, thrown) -> {
            reported.add(thrown);
            throw new IllegalStateException("a fault of the handler's");
        });
        AtomicInteger runs = new AtomicInteger();
        Thread before = alarmThread();
        alarms.schedule(0, () -> {
            throw fault;
        });
        alarms.schedule(0, runs::incrementAndGet);
        Until.holds("the other runs", () -> runs.get() == 1);
        assertEquals(List.of(fault), reported);
        assertSame(before, alarms.thread());
    }

    @Test
    void an_interrupt_of_its_thread_changes_nothing() {
        setDistant(HOUR, () -> {});
        untilAsleep();
        alarmThread().interrupt();
        Until.holds("the flag is cleared", () -> !alarmThread().isInterrupted());
        untilAsleep();
        AtomicInteger runs = new AtomicInteger();
        alarms.schedule(0, runs::incrementAndGet);
        Until.holds("an alarm runs", () -> runs.get() == 1);
    }

    @Test
    void the_thread_is_a_daemon_with_nothing_of_its_makers_and_ends_when_there_is_nothing_to_do() {
        Alarms brief = new Alarms(MILLI);
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            AtomicInteger runs = new AtomicInteger();
            brief.schedule(5 * MILLI, () -> {
                threads.add(Thread.currentThread());
                runs.incrementAndGet();
            });
            Until.holds("it runs", () -> runs.get() == 1);
            Until.holds("the thread has ended", () -> brief.thread() == null);
        }
        for (Thread thread : threads) {
            assertTrue(thread.isDaemon());
            assertEquals("rendezvous-alarms", thread.getName());
            assertEquals(null, thread.getContextClassLoader());
            Until.holds("it is over", () -> !thread.isAlive());
        }
        assertNotSame(threads.get(0), threads.get(1));
    }

    @OnBothThreads
    void an_alarm_is_run_or_called_off_and_never_both(Setup setup) throws InterruptedException {
        int rounds = 20_000;
        SpinBarrier barrier = new SpinBarrier(2);
        Alarm[] next = new Alarm[1];
        AtomicInteger called = new AtomicInteger();
        Task<Integer> canceller = setup.call(() -> {
            int mine = 0;
            for (int i = 0; i < rounds; i++) {
                barrier.await();
                spin(i % 60);
                mine += next[0].cancel() ? 1 : 0;
                barrier.await();
            }
            return mine;
        });
        AtomicInteger runs = new AtomicInteger();
        for (int i = 0; i < rounds; i++) {
            next[0] = alarms.schedule(i % 7 * 1_000L, runs::incrementAndGet);
            barrier.await();
            spin(i % 50);
            called.addAndGet(next[0].cancel() ? 1 : 0);
            barrier.await();
        }
        called.addAndGet(canceller.get());
        assertEquals(0, alarms.size());
        Until.holds("each was run or called off", () -> runs.get() + called.get() >= rounds);
        assertEquals(rounds, runs.get() + called.get());
    }

    private static void spin(int times) {
        for (int i = 0; i < times; i++) {
            Thread.onSpinWait();
        }
    }

    @OnBothThreads
    void many_threads_set_alarms_and_each_runs(Setup setup) {
        int each = 5_000;
        AtomicInteger runs = new AtomicInteger();
        List<Task<Boolean>> setters = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            Random random = new Random(i);
            setters.add(setup.run(() -> {
                for (int k = 0; k < each; k++) {
                    alarms.schedule(random.nextLong(20 * MILLI), runs::incrementAndGet);
                }
            }));
        }
        setters.forEach(Task::get);
        Until.holds("all run", () -> runs.get() == 4 * each);
        assertEquals(0, alarms.size());
    }

    @Test
    void the_heap_yields_what_is_due_first_whatever_was_added_and_removed() {
        for (long origin : new long[] {0, Long.MAX_VALUE, Long.MIN_VALUE}) {
            Random random = new Random(origin + 1);
            AlarmHeap heap = new AlarmHeap();
            List<AlarmHeap.Entry> model = new ArrayList<>(); // in the order in which they were added
            for (int i = 0; i < 20_000; i++) {
                boolean grow = i / 2_000 % 2 == 0;
                if (random.nextInt(3) > (grow ? 0 : 1)) {
                    AlarmHeap.Entry entry = new AlarmHeap.Entry(origin + random.nextInt(200) - 100);
                    heap.add(entry);
                    model.add(entry);
                } else if (!model.isEmpty()) {
                    AlarmHeap.Entry entry = random.nextBoolean()
                            ? Objects.requireNonNull(heap.first())
                            : model.get(random.nextInt(model.size()));
                    assertTrue(heap.remove(entry));
                    assertFalse(heap.remove(entry));
                    model.remove(entry);
                }
                assertEquals(model.size(), heap.size());
                assertSame(first(model, origin), heap.first());
            }
            while (heap.size() > 0) {
                AlarmHeap.Entry first = Objects.requireNonNull(heap.first());
                assertSame(first(model, origin), first);
                heap.remove(first);
                model.remove(first);
            }
            assertEquals(null, heap.first());
        }
    }

    private static AlarmHeap.Entry first(List<AlarmHeap.Entry> model, long origin) {
        return model.stream()
                .min(Comparator.comparingLong(entry -> entry.at - origin))
                .orElse(null);
    }
}
