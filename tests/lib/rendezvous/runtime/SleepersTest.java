package rendezvous.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import rendezvous.chan.Chan;
import rendezvous.chan.Go;
import rendezvous.testing.ChildJvm;
import rendezvous.testing.Until;

/** What happens between the two looks at those who sleep is noticed. What is to happen there is done there. */
class SleepersTest {
    @Test
    void all_that_happens_between_two_looks_is_noticed() throws Exception {
        assertEquals(
                List.of(
                        "nothing: asleep before true, after true",
                        "one is interrupted, and has not noticed it: asleep before true, after false",
                        "one that was interrupted is looked at for the first time: asleep before false",
                        "another was started, and does not run yet: asleep before false",
                        "one is sent to: asleep before true, after false",
                        "one is sent to, and waits again: asleep before true, after false",
                        "one starts: asleep before true, after false",
                        "one starts and ends: asleep before true, after false",
                        "one ends: asleep before true, after false",
                        "the looker is interrupted: asleep before true, after false",
                        "the caller is sent to: asleep before true, after false"),
                ChildJvm.run(
                                Looks.class,
                                "-Djdk.virtualThreadScheduler.parallelism=1",
                                "-Djdk.virtualThreadScheduler.maxPoolSize=1",
                                "-Drendezvous.deadlock=off")
                        .lines()
                        .toList());
    }

    /** The program, in a JVM without other goroutines, in which a thread that spins keeps all of them from running. */
    static final class Looks {
        private static final Chan<Integer> FIRST = Chan.make();
        private static final Chan<Integer> SECOND = Chan.make();
        private static final Chan<Integer> CALLERS = Chan.make();

        private Looks() {}

        public static void main(String[] args) throws Exception {
            Thread caller = Thread.ofPlatform().daemon().start(() -> {
                try {
                    while (true) {
                        CALLERS.receive();
                    }
                } catch (InterruptedException e) {
                    // As it ends.
                }
            });
            Goroutine one = Go.go("one", () -> {
                while (true) {
                    try {
                        FIRST.receive();
                        SECOND.receive();
                    } catch (InterruptedException e) {
                        // And again.
                    }
                }
            });
            settle(one, caller);
            look("nothing", caller, () -> {});
            try (Spinner _ = new Spinner()) {
                look("one is interrupted, and has not noticed it", caller, () -> {
                    one.interrupt();
                    if (Waiter.of(Objects.requireNonNull(one.thread())) == null) {
                        throw new AssertionError("it has noticed it");
                    }
                });
                Sleepers sleepers = new Sleepers(Objects.requireNonNull(Waiter.of(caller)));
                System.out.println("one that was interrupted is looked at for the first time: asleep before "
                        + sleepers.allSleep());
            }
            settle(one, caller);
            try (Spinner _ = new Spinner()) {
                Go.go("unborn", () -> {});
                Sleepers sleepers = new Sleepers(Objects.requireNonNull(Waiter.of(caller)));
                System.out.println("another was started, and does not run yet: asleep before " + sleepers.allSleep());
            }
            Until.holds("the other has ended", () -> Go.count() == 1);
            look("one is sent to", caller, () -> FIRST.send(1));
            settle(one, caller);
            look("one is sent to, and waits again", caller, () -> {
                SECOND.send(1);
                settle(one, caller);
            });
            look("one starts", caller, () -> Go.go("other", () -> SECOND.receive()));
            Until.holds("both wait", () -> Go.goroutines().stream().allMatch(Looks::waits));
            look("one starts and ends", caller, () -> Go.go(() -> {}).await());
            look("one ends", caller, () -> {
                SECOND.send(1);
                Until.holds("it has ended", () -> Go.count() == 1);
            });
            look(
                    "the looker is interrupted",
                    caller,
                    () -> Thread.currentThread().interrupt());
            Thread.interrupted();
            look("the caller is sent to", caller, () -> CALLERS.send(1));
        }

        private static boolean waits(GoroutineState state) {
            return state.doing() == GoroutineState.Doing.WAITS;
        }

        private static void settle(Goroutine one, Thread caller) {
            Until.holds("both wait", () -> waiter(one) != null && Waiter.of(caller) != null);
        }

        private static @Nullable Waiter waiter(Goroutine one) {
            Thread thread = one.thread();
            return thread == null || thread.isInterrupted() ? null : Waiter.of(thread);
        }

        /** Looks, has something happen, looks again, and says what was seen. */
        private static void look(String what, Thread caller, Body between) throws Exception {
            Sleepers sleepers = new Sleepers(Objects.requireNonNull(Waiter.of(caller)));
            boolean before = sleepers.allSleep();
            between.run();
            System.out.println(what + ": asleep before " + before + ", after " + sleepers.allSleepOn());
        }

        /** Keeps the only carrier from all other virtual threads. */
        private static final class Spinner implements AutoCloseable {
            private final AtomicBoolean spins = new AtomicBoolean();
            private final AtomicBoolean over = new AtomicBoolean();

            Spinner() {
                Thread.startVirtualThread(() -> {
                    spins.set(true);
                    while (!over.get()) {
                        Thread.onSpinWait();
                    }
                });
                Until.holds("the carrier is taken", spins::get);
            }

            @Override
            public void close() {
                over.set(true);
            }
        }
    }
}
