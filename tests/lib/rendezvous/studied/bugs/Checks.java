package rendezvous.studied.bugs;

import static rendezvous.chan.Go.go;

import rendezvous.runtime.Body;
import rendezvous.runtime.Goroutine;

/** What the programs say if the outcome is wrong, and how they start two goroutines and wait for them. */
final class Checks {
    private Checks() {}

    static void equal(long want, long got) {
        if (want != got) {
            throw new AssertionError("got " + got + ", want " + want);
        }
    }

    static void that(boolean holds, String promise) {
        if (!holds) {
            throw new AssertionError("broken: " + promise);
        }
    }

    static void both(Body one, Body two) throws InterruptedException {
        Goroutine first = go("one", one);
        Goroutine second = go("two", two);
        first.await();
        second.await();
    }

    static void twice(Body body) throws InterruptedException {
        both(body, body);
    }
}
