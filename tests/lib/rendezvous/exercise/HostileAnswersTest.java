package rendezvous.exercise;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import rendezvous.chan.Chan;
import rendezvous.chan.Go;
import rendezvous.chan.Signal;
import rendezvous.course.c05.kitchen.Kitchen;
import rendezvous.exercise.Verdict.Outcome;

/** Whatever an answer does, a verdict comes, says what it was, and the next check is right. */
@Timeout(60)
class HostileAnswersTest {
    private final AtomicBoolean enough = new AtomicBoolean();

    private static Kitchen good() {
        return (n, orders, counter) -> {
            Chan<Signal> done = Chan.make();
            Go.go(() -> {
                for (int i = 0; i < n; i++) {
                    counter.send("hot " + orders.receive());
                }
                done.send(Signal.SIGNAL);
            });
            return done;
        };
    }

    private static Verdict check(@Nullable Supplier<? extends @Nullable Object> answer) {
        return Exercises.check("05.1", answer);
    }

    private static void assertFound(String found, Verdict verdict) {
        assertEquals(Outcome.NOT_YET, verdict.outcome());
        assertTrue(verdict.text().startsWith("05.1 · Not yet: open returns at once\n"), verdict.text());
        assertTrue(verdict.text().contains(found), verdict.text());
    }

    @AfterEach
    void theNextCheckIsRight() {
        enough.set(true);
        assertEquals(Outcome.PASSED, check(HostileAnswersTest::good).outcome());
    }

    @Test
    void anotherTypeIsNamed() {
        assertFound("05.1 wants a `Kitchen`, got `java.lang.String`.", check(() -> "soup"));
    }

    @Test
    void nullIsNamed() {
        assertFound("05.1 wants a `Kitchen`, got null.", check(() -> null));
    }

    @Test
    void noSupplierIsNamed() {
        assertFound("want `check(\"05.1\", MyKitchen::new)`, got null", check(null));
    }

    @Test
    void aSupplierThatThrowsIsNamed() {
        assertFound("Your code threw `IllegalStateException`: oven is off.", check(() -> {
            throw new IllegalStateException("oven is off");
        }));
    }

    @Test
    void anErrorIsNamed() {
        assertFound("Your code threw `AssertionError`: never", check(() -> (Kitchen) (n, orders, counter) -> {
            throw new AssertionError("never");
        }));
    }

    @Test
    void endlessRecursionIsNamed() {
        class Deep implements Kitchen {
            @Override
            @SuppressWarnings("InfiniteRecursion")
            public Chan<Signal> open(int n, Chan<String> orders, Chan<String> counter) {
                return open(n + 1, orders, counter);
            }
        }
        assertFound("Your code threw `StackOverflowError`", check(Deep::new));
    }

    @Test
    void outOfMemoryIsNamed() {
        assertFound("Your code threw `OutOfMemoryError`", check(() -> (Kitchen) (n, orders, counter) -> {
            throw new OutOfMemoryError("heap");
        }));
    }

    @Test
    void aNullChannelIsNamed() {
        assertFound("`open` returned null.", check(() -> new Kitchen() {
            @Override
            @SuppressWarnings("NullAway") // a learner's code knows no NullAway
            public Chan<Signal> open(int n, Chan<String> orders, Chan<String> counter) {
                return null;
            }
        }));
    }

    @Test
    void aLoopThatNeverEndsIsNamedAndSaidToRunOn() {
        Verdict verdict = check(() -> (Kitchen) (n, orders, counter) -> {
            while (!enough.get()) {
                Thread.onSpinWait();
            }
            return Chan.make();
        });
        assertFound("Your code never comes to rest: a loop that never ends?", verdict);
        assertEquals(
                List.of("Your code is still running (a loop that never ends?): interrupt or restart the kernel."),
                verdict.notes());
    }

    @Test
    void aSupplierThatNeverEndsIsNamed() {
        Verdict verdict = check(() -> {
            while (!enough.get()) {
                Thread.onSpinWait();
            }
            return good();
        });
        assertFound("Your code never comes to rest", verdict);
    }

    @Test
    void aSupplierThatWaitsForEverIsNamed() {
        Chan<Kitchen> nobody = Chan.named("nobody");
        assertFound("Making your answer does not end: it waits to receive on `nobody`.", check(() -> {
            try {
                return nobody.receive();
            } catch (InterruptedException e) {
                return good();
            }
        }));
    }

    @Test
    void aGoroutineThatSleepsOnAndOnIsNamed() {
        assertFound("Your code sleeps instead of waiting", check(() -> (Kitchen) (n, orders, counter) -> {
            while (true) {
                Thread.sleep(1);
            }
        }));
    }

    @Test
    void aSwallowedInterruptIsSaidToRunOn() {
        Verdict verdict = check(() -> (Kitchen) (n, orders, counter) -> {
            while (!enough.get()) {
                try {
                    orders.receive();
                } catch (InterruptedException e) {
                    counter.trySend("swallowed");
                }
            }
            return Chan.make();
        });
        assertFound("`open` has not returned: it waits to receive on `orders`", verdict);
        assertEquals(1, verdict.notes().size());
    }

    @Test
    void whatIsBlockedAtTheEndOfACheckIsInterrupted() throws InterruptedException {
        List<Thread> cooks = new ArrayList<>();
        Verdict verdict = check(() -> (Kitchen) (n, orders, counter) -> {
            cooks.add(Thread.currentThread());
            counter.send("nobody comes");
            return Chan.make();
        });
        assertFound("`open` has not returned: it waits to send on `counter`, and nobody is there for it.", verdict);
        assertEquals(List.of(), verdict.notes());
        assertEquals(1, cooks.size());
        cooks.getFirst().join();
    }

    @Test
    void tooManyGoroutinesAreRefused() {
        assertFound(
                "Your code threw `IllegalStateException`: a check allows 500 goroutines at a time",
                check(() -> (Kitchen) (n, orders, counter) -> {
                    for (int i = 0; i < 1_000_000; i++) {
                        Go.go(orders::receive);
                    }
                    return Chan.make();
                }));
    }

    @Test
    void aPanicInAGoroutineIsNamed() {
        assertFound("Your code threw `ArithmeticException`: / by zero", check(() -> (Kitchen) (n, orders, counter) -> {
            Go.go(() -> counter.send("hot " + 1 / Integer.parseInt("0")));
            return Chan.make();
        }));
    }

    @Test
    void todoAnywhereIsNotSolvedYet() {
        List<Supplier<?>> unsolved = List.of(
                () -> Exercises.todo("all"),
                () -> (Kitchen) (n, orders, counter) -> Exercises.todo("open"),
                () -> (Kitchen) (n, orders, counter) -> {
                    Go.go(() -> Exercises.todo("cook"));
                    return Chan.make();
                },
                () -> (Kitchen) (n, orders, counter) -> {
                    Go.go(() -> Exercises.todo("cook")).await();
                    return Chan.make();
                });
        for (Supplier<?> answer : unsolved) {
            Verdict verdict = check(answer);
            assertEquals(Outcome.NOT_SOLVED_YET, verdict.outcome(), verdict.text());
            assertTrue(verdict.text().startsWith("05.1 · Not solved yet\n"), verdict.text());
        }
    }

    @Test
    void aCheckWithinACheckEnds() {
        Verdict verdict = check(() -> (Kitchen) (n, orders, counter) -> {
            Verdict inner = check(HostileAnswersTest::good);
            throw new IllegalStateException("inner: " + inner.text());
        });
        assertEquals(Outcome.NOT_YET, verdict.outcome());
        assertTrue(verdict.text().contains("A check cannot be called from within a check."), verdict.text());
    }

    @Test
    void twoChecksAtOnceRunOneAfterTheOther() throws InterruptedException {
        List<Integer> made = Collections.synchronizedList(new ArrayList<>());
        List<Verdict> verdicts = Collections.synchronizedList(new ArrayList<>());
        CountDownLatch both = new CountDownLatch(2);
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            int who = i;
            threads.add(Thread.ofPlatform().start(() -> {
                both.countDown();
                try {
                    both.await();
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
                verdicts.add(check(() -> {
                    made.add(who);
                    return good();
                }));
            }));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        assertEquals(List.of(true, true), verdicts.stream().map(Verdict::passed).toList());
        int half = made.size() / 2;
        assertEquals(1, made.subList(0, half).stream().distinct().count(), made::toString);
        assertEquals(1, made.subList(half, made.size()).stream().distinct().count(), made::toString);
    }

    @Test
    void anInterruptEndsTheCheckAndStaysSet() {
        Thread.currentThread().interrupt();
        Verdict verdict = check(HostileAnswersTest::good);
        assertTrue(Thread.interrupted(), "the flag stays");
        assertEquals(Outcome.NOT_YET, verdict.outcome());
        assertTrue(verdict.text().contains("interrupted"), verdict.text());
    }

    @Test
    void theCallersContextClassLoaderIsGivenBack() {
        ClassLoader none = new ClassLoader(null) {};
        Thread.currentThread().setContextClassLoader(none);
        assertTrue(check(HostileAnswersTest::good).passed(), "whatever the loader was");
        assertSame(none, Thread.currentThread().getContextClassLoader());
        Thread.currentThread().setContextClassLoader(getClass().getClassLoader());
    }
}
