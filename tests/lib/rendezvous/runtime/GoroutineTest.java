package rendezvous.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import rendezvous.chan.Chan;
import rendezvous.chan.Go;
import rendezvous.testing.OnBothThreads;
import rendezvous.testing.Setup;
import rendezvous.testing.Task;
import rendezvous.testing.Until;

class GoroutineTest {
    @Test
    void numbers_rise_in_order_of_starting_and_no_two_are_equal() {
        long last = Go.go(() -> {}).id();
        assertTrue(last > 0);
        for (int i = 0; i < 100; i++) {
            long next = Go.go(() -> {}).id();
            assertTrue(next > last, "numbers rise: " + next + " after " + last);
            last = next;
        }
    }

    @Test
    void a_name_is_shown_by_the_goroutine_and_its_thread() throws InterruptedException {
        String[] threadName = new String[1];
        Goroutine named =
                Go.go("baker", () -> threadName[0] = Thread.currentThread().getName());
        named.await();
        assertEquals("baker", named.name());
        assertEquals("baker", threadName[0]);
        assertEquals("baker (ended)", named.toString());
    }

    @Test
    void without_a_name_the_number_stands_for_it() {
        Goroutine goroutine = Go.go(() -> {});
        assertEquals("goroutine " + goroutine.id(), goroutine.name());
    }

    @Test
    void the_state_is_told_for_people() throws InterruptedException {
        Chan<Integer> ch = Chan.make();
        Goroutine goroutine = Go.go("g", ch::receive);
        assertFalse(goroutine.isDone());
        assertEquals("g (alive)", goroutine.toString());
        ch.send(1);
        goroutine.await();
        assertTrue(goroutine.isDone());
        assertNull(goroutine.panic());
    }

    @Test
    void a_goroutine_runs_on_a_virtual_daemon_thread() throws InterruptedException {
        Go.go(() -> {
                    assertTrue(Thread.currentThread().isVirtual());
                    assertTrue(Thread.currentThread().isDaemon());
                })
                .await();
    }

    @Test
    void code_that_is_null_is_refused_where_it_is_given() {
        NullPointerException refused = assertThrows(NullPointerException.class, () -> Go.go(null));
        assertEquals("code of a goroutine: got null, want what it runs", refused.getMessage());
    }

    @OnBothThreads
    void any_number_may_await_the_end_before_and_after(Setup setup) throws InterruptedException {
        Chan<Integer> ch = Chan.make();
        int[] plain = new int[1];
        Goroutine goroutine = Go.go(() -> {
            ch.receive();
            plain[0] = 42;
        });
        List<Task<Boolean>> before = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            before.add(setup.run(() -> {
                goroutine.await();
                assertEquals(42, plain[0], "what it did happens before the return");
            }));
        }
        for (Task<Boolean> task : before) {
            task.untilParkedAgainAfterSpuriousWakeups();
        }
        assertFalse(goroutine.isDone());
        ch.send(1);
        before.forEach(Task::get);
        goroutine.await();
        goroutine.await();
        setup.run(goroutine::await).get();
    }

    @OnBothThreads
    void the_end_races_with_those_who_come_to_wait_and_none_is_left(Setup setup) {
        for (int i = 0; i < 500; i++) {
            Goroutine goroutine = Go.go(() -> {});
            Task<Boolean> one = setup.run(goroutine::await);
            Task<Boolean> other = setup.run(goroutine::await);
            one.get();
            other.get();
        }
    }

    @OnBothThreads
    void a_panic_reaches_everyone_who_waits_and_the_uncaught_handler_once(Setup setup) throws InterruptedException {
        for (Throwable panic : List.of(new IOException("lost"), new AssertionError("no"), new StackOverflowError())) {
            Chan<Integer> ch = Chan.make();
            List<Throwable> uncaught = new ArrayList<>();
            Thread[] its = new Thread[1];
            Goroutine goroutine = Go.go("g", () -> {
                its[0] = Thread.currentThread();
                its[0].setUncaughtExceptionHandler((thread, thrown) -> {
                    assertSame(its[0], thread);
                    uncaught.add(thrown);
                });
                ch.receive();
                switch (panic) {
                    case Exception exception -> throw exception;
                    case Error error -> throw error;
                    default -> throw new AssertionError("neither");
                }
            });
            Task<Boolean> parked = setup.run(goroutine::await).untilParked();
            ch.send(1);
            for (PanicException thrown : List.of(
                    parked.failure(PanicException.class),
                    assertThrows(PanicException.class, goroutine::await),
                    assertThrows(PanicException.class, goroutine::await))) {
                assertSame(panic, thrown.getCause());
                assertSame(goroutine, thrown.goroutine());
                assertEquals("g panicked: " + panic, thrown.getMessage());
            }
            assertSame(panic, goroutine.panic());
            assertEquals("g (panicked: " + panic + ")", goroutine.toString());
            its[0].join();
            assertEquals(List.of(panic), uncaught);
        }
    }

    @Test
    void an_uncaught_handler_that_throws_is_not_called_again() throws Exception {
        List<Throwable> uncaught = new ArrayList<>();
        IllegalStateException panic = new IllegalStateException("panic");
        Thread[] thread = new Thread[1];
        Goroutine goroutine = Go.go(() -> {
            thread[0] = Thread.currentThread();
            thread[0].setUncaughtExceptionHandler((who, thrown) -> {
                uncaught.add(thrown);
                throw new IllegalArgumentException("a handler's own failure");
            });
            throw panic;
        });
        assertThrows(PanicException.class, goroutine::await);
        thread[0].join();
        assertEquals(List.of(panic), uncaught);
    }

    @Test
    void an_interrupt_that_ends_a_goroutine_is_not_told_to_the_handler_but_to_who_waits() throws Exception {
        List<Body> bodies = List.of(
                () -> Chan.<Integer>never().receive(),
                () -> {
                    for (Object value : Chan.never()) {
                        assertNotNull(value);
                    }
                },
                () -> {
                    try {
                        Chan.<Integer>never().receive();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                        throw new IllegalStateException("stopped", e);
                    }
                });
        for (Body body : bodies) {
            List<Throwable> uncaught = new ArrayList<>();
            Thread[] thread = new Thread[1];
            Chan<Integer> ready = Chan.make();
            Goroutine goroutine = Go.go(() -> {
                thread[0] = Thread.currentThread();
                thread[0].setUncaughtExceptionHandler((who, thrown) -> uncaught.add(thrown));
                ready.close();
                body.run();
            });
            ready.receiveOk();
            goroutine.interrupt();
            Throwable cause =
                    assertThrows(PanicException.class, goroutine::await).getCause();
            thread[0].join();
            assertTrue(cause instanceof InterruptedException || cause.getCause() instanceof InterruptedException);
            assertEquals(List.of(), uncaught);
        }
    }

    @Test
    void an_exception_that_only_mentions_an_old_interrupt_is_told_to_the_handler() throws Exception {
        CountDownLatch told = new CountDownLatch(1);
        Goroutine goroutine = Go.go(() -> {
            Thread.currentThread().setUncaughtExceptionHandler((who, thrown) -> told.countDown());
            throw new IllegalStateException("a bug", new InterruptedException("of another thread"));
        });
        assertThrows(PanicException.class, goroutine::await);
        told.await();
    }

    @OnBothThreads
    void current_is_the_goroutine_that_the_thread_runs_and_null_outside(Setup setup) throws InterruptedException {
        Thread outside = Thread.ofPlatform().start(() -> assertNull(Goroutine.current()));
        outside.join();
        Goroutine[] seen = new Goroutine[2];
        Goroutine outer = Go.go(() -> {
            seen[0] = Goroutine.current();
            Go.go(() -> seen[1] = Goroutine.current()).await();
            assertSame(seen[0], Goroutine.current());
        });
        outer.await();
        assertSame(outer, seen[0]);
        assertTrue(seen[1].id() > outer.id());
    }

    @Test
    void a_goroutine_lives_in_the_world_of_the_one_that_started_it() throws InterruptedException {
        List<Event> events = new ArrayList<>();
        World world = World.watched(event -> {
            synchronized (events) {
                events.add(event);
            }
        });
        Goroutine[] child = new Goroutine[1];
        Goroutine parent = Goroutine.start("parent", world, () -> {
            assertSame(world, World.current());
            child[0] = Go.go("child", () -> assertSame(world, World.current()));
            child[0].await();
        });
        parent.await();
        assertSame(world, child[0].world());
        assertSame(World.REAL, World.current());
        assertSame(World.REAL, Go.go(() -> {}).world());
        synchronized (events) {
            Event start = events.stream()
                    .filter(event -> event.goroutine() == child[0])
                    .findFirst()
                    .orElseThrow();
            assertEquals(Event.Kind.START, start.kind());
            assertSame(parent, start.peer());
            assertNull(events.getFirst().peer(), "the first was started by no goroutine");
        }
    }

    @Test
    void an_interrupt_reaches_a_goroutine_as_soon_as_anybody_can_know_it() {
        // The probe knows it before its thread runs; it interrupts itself, when its starter may not have returned yet.
        World world = World.watched(event -> {
            if (event.kind() == Event.Kind.START) {
                event.goroutine().interrupt();
            }
        });
        for (int i = 0; i < 200; i++) {
            Goroutine early =
                    Goroutine.start(null, world, () -> Chan.<Integer>never().receive());
            assertThrows(PanicException.class, early::await);
            Goroutine itself = Go.go(() -> {
                Goroutine.current().interrupt();
                assertTrue(Thread.currentThread().isInterrupted());
                Chan.<Integer>never().receive();
            });
            PanicException thrown = assertThrows(PanicException.class, itself::await);
            assertTrue(thrown.getCause() instanceof InterruptedException, thrown::getMessage);
        }
    }

    @Test
    void an_interrupt_of_what_has_ended_does_nothing() throws InterruptedException {
        Goroutine goroutine = Go.go(() -> {});
        goroutine.await();
        goroutine.interrupt();
        goroutine.await();
    }

    @Test
    void a_goroutine_whose_thread_cannot_start_has_ended_and_its_starter_learns_why() throws InterruptedException {
        OutOfMemoryError none = new OutOfMemoryError("unable to create a thread");
        List<Event.Kind> told = new ArrayList<>();
        List<Goroutine> known = new ArrayList<>();
        World world =
                new World(event -> {
                    told.add(event.kind());
                    known.add(event.goroutine());
                }) {
                    @Override
                    protected Thread start(String name, Runnable code) {
                        throw none;
                    }
                };
        assertSame(none, assertThrows(OutOfMemoryError.class, () -> Goroutine.start(null, world, () -> {})));
        assertEquals(List.of(Event.Kind.START, Event.Kind.PANIC), told);
        assertSame(none, known.getFirst().panic());
        assertThrows(PanicException.class, known.getFirst()::await);
    }

    @Test
    void the_code_can_be_collected_when_it_has_run() throws InterruptedException {
        byte[] large = new byte[1 << 20];
        var weak = new java.lang.ref.WeakReference<>(large);
        Goroutine goroutine = start(large);
        large = null;
        goroutine.await();
        Until.holds("the goroutine does not hold what its code held", () -> {
            System.gc();
            return weak.get() == null;
        });
        assertTrue(goroutine.isDone());
    }

    private static Goroutine start(byte[] large) {
        return Go.go(() -> assertEquals(1 << 20, large.length));
    }
}
