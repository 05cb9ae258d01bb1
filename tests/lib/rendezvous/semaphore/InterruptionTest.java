package rendezvous.semaphore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import rendezvous.context.CancelContext;
import rendezvous.context.Context;
import rendezvous.runtime.Event;
import rendezvous.runtime.Goroutine;
import rendezvous.runtime.Probe;
import rendezvous.runtime.Wait;
import rendezvous.runtime.World;
import rendezvous.testing.LateInterrupt;
import rendezvous.testing.OnBothThreads;
import rendezvous.testing.Race;
import rendezvous.testing.Setup;
import rendezvous.testing.Task;
import rendezvous.testing.Until;

/** Interrupts of those who wait for a semaphore, and what probes are told. */
@Timeout(60)
class InterruptionTest {
    private static final int ROUNDS = 200;

    private final Weighted semaphore = new Weighted(1);

    @OnBothThreads
    void an_interrupt_before_the_wait_acquires_nothing_though_there_is_room(Setup setup) {
        for (boolean withContext : new boolean[] {false, true}) {
            setup.run(() -> {
                        Thread.currentThread().interrupt();
                        InterruptedException thrown =
                                assertThrows(InterruptedException.class, () -> acquire(withContext));
                        assertEquals(
                                "interrupted before it waits for a semaphore: semaphore (0 of 1 held)",
                                thrown.getMessage());
                        assertFalse(Thread.interrupted(), "the flag is cleared by the exception");
                    })
                    .get();
        }
        assertTrue(semaphore.tryAcquire(1));
    }

    private void acquire(boolean withContext) throws Exception {
        if (withContext) {
            semaphore.acquire(Context.withCancel(Context.background()), 1);
        } else {
            semaphore.acquire(1);
        }
    }

    @OnBothThreads
    void an_interrupt_during_the_wait_leaves_nobody_behind(Setup setup) {
        assertTrue(semaphore.tryAcquire(1));
        for (int i = 0; i < 20; i++) {
            boolean withContext = i % 2 == 0;
            Task<Boolean> task = setup.run(() -> {
                InterruptedException thrown = assertThrows(InterruptedException.class, () -> acquire(withContext));
                assertEquals("interrupted: it waits for a semaphore: semaphore (1 of 1 held)", thrown.getMessage());
                assertFalse(Thread.interrupted(), "the flag is cleared by the exception");
            });
            Until.holds("it waits", () -> semaphore.waiting() == 1);
            task.interrupt();
            task.get();
            assertEquals(0, semaphore.waiting());
        }
        semaphore.release(1);
        assertTrue(semaphore.tryAcquire(1));
    }

    @OnBothThreads
    void one_that_waits_for_its_context_only_can_be_interrupted(Setup setup) {
        CancelContext ctx = Context.withCancel(Context.background());
        Task<Boolean> task = setup.run(() -> semaphore.acquire(ctx, 2));
        task.untilParked().interrupt();
        task.failure(InterruptedException.class);
        ctx.cancel();
        assertTrue(semaphore.tryAcquire(1));
    }

    @OnBothThreads
    void an_interrupt_races_with_a_release(Setup setup) {
        Race race = new Race(setup);
        for (int i = 0; i < ROUNDS; i++) {
            boolean withContext = i % 2 == 0;
            assertTrue(semaphore.tryAcquire(1));
            Task<Boolean> waiting = race.start(() -> acquire(withContext), () -> semaphore.waiting() == 1);
            race.against(waiting, () -> {
                semaphore.release(1);
                return true;
            });
            if (waiting.get()) {
                semaphore.release(1);
            }
            assertEquals("semaphore (0 of 1 held)", semaphore.toString());
        }
        race.bothHappened();
    }

    @Test
    void an_interrupt_that_comes_when_it_was_served_already_leaves_it_served() throws Exception {
        assertTrue(semaphore.tryAcquire(1));
        new LateInterrupt().run(() -> semaphore.acquire(1), () -> semaphore.waiting() == 1, () -> semaphore.release(1));
        assertEquals("semaphore (1 of 1 held)", semaphore.toString());
    }

    @Test
    void an_interrupt_that_comes_when_it_was_served_already_leaves_it_served_with_a_context_too() throws Exception {
        assertTrue(semaphore.tryAcquire(1));
        CancelContext ctx = Context.withCancel(Context.background());
        new LateInterrupt()
                .run(() -> semaphore.acquire(ctx, 1), () -> semaphore.waiting() == 1, () -> semaphore.release(1));
        assertEquals("semaphore (1 of 1 held)", semaphore.toString());
    }

    @Test
    void probes_are_told_of_the_wait_and_who_ended_it() throws Exception {
        List<Event> events = new ArrayList<>();
        World world = World.watched(event -> {
            synchronized (events) {
                events.add(event);
            }
        });
        assertTrue(semaphore.tryAcquire(1));
        Goroutine waiter = Goroutine.start("waiter", world, () -> semaphore.acquire(1));
        Until.holds("it waits", () -> semaphore.waiting() == 1);
        Goroutine other = Goroutine.start("other", world, () -> semaphore.release(1));
        other.await();
        waiter.await();
        List<Event> seen = events.stream()
                .filter(event -> event.goroutine() == waiter)
                .filter(event -> event.kind() == Event.Kind.BLOCK || event.kind() == Event.Kind.UNBLOCK)
                .toList();
        assertEquals(2, seen.size());
        assertEquals(Wait.SEMAPHORE, seen.getFirst().value());
        assertSame(semaphore, seen.getFirst().subject());
        assertEquals(other, seen.getLast().peer());
        assertEquals("waits for a semaphore: semaphore (1 of 1 held)", Wait.SEMAPHORE.on(semaphore));
    }

    @Test
    void a_wait_that_a_context_ended_is_told_as_over_once() throws Exception {
        List<Event> events = new ArrayList<>();
        World world = World.watched(event -> {
            synchronized (events) {
                events.add(event);
            }
        });
        assertTrue(semaphore.tryAcquire(1));
        CancelContext ctx = Context.withCancel(Context.background());
        Goroutine waiter =
                Goroutine.start("waiter", world, () -> assertThrows(Exception.class, () -> semaphore.acquire(ctx, 1)));
        Until.holds("it waits", () -> semaphore.waiting() == 1);
        ctx.cancel();
        waiter.await();
        synchronized (events) {
            assertEquals(
                    List.of(Event.Kind.BLOCK, Event.Kind.UNBLOCK),
                    events.stream()
                            .filter(event -> event.goroutine() == waiter)
                            .map(Event::kind)
                            .filter(kind -> kind == Event.Kind.BLOCK || kind == Event.Kind.UNBLOCK)
                            .toList());
        }
    }

    /** A world that starts its goroutines when the test says so. */
    private static final class SlowWorld extends World {
        private final AtomicReference<Thread> held = new AtomicReference<>();
        private volatile boolean holds;

        SlowWorld(Probe probe) {
            super(probe);
        }

        @Override
        protected Thread start(String name, Runnable code) {
            Thread thread = Thread.ofPlatform().daemon().unstarted(code);
            if (holds) {
                held.set(thread);
            } else {
                thread.start();
            }
            return thread;
        }
    }

    @Test
    void a_context_that_ends_a_wait_which_was_given_up_meanwhile_changes_nothing() throws Exception {
        List<Event.Kind> told = new CopyOnWriteArrayList<>();
        Goroutine[] waiter = new Goroutine[1];
        SlowWorld world = new SlowWorld(event -> {
            if (event.goroutine() == waiter[0]) {
                told.add(event.kind());
            }
        });
        assertTrue(semaphore.tryAcquire(1));
        CancelContext ctx = Context.withCancel(Context.background());
        Thread[] thread = new Thread[1];
        waiter[0] = Goroutine.start("waiter", world, () -> {
            thread[0] = Thread.currentThread();
            assertThrows(InterruptedException.class, () -> semaphore.acquire(ctx, 1));
        });
        Until.holds("it waits", () -> semaphore.waiting() == 1);
        Until.holds("its thread waits", () -> thread[0].getState() == Thread.State.WAITING);
        world.holds = true;
        ctx.cancel();
        assertNotNull(world.held.get(), "what ends the wait, and has not begun");
        waiter[0].interrupt();
        waiter[0].await();
        List<Event.Kind> before = List.copyOf(told);
        world.held.get().start();
        world.held.get().join();
        assertEquals(before, told, "nothing is told of a wait that is over");
        assertEquals("semaphore (1 of 1 held)", semaphore.toString());
    }
}
