package rendezvous.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static rendezvous.chan.Go.go;
import static rendezvous.chan.Signal.SIGNAL;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.stream.Stream;
import rendezvous.chan.Chan;
import rendezvous.chan.Signal;
import rendezvous.lab.Failure.Kind;
import rendezvous.runtime.Body;
import rendezvous.runtime.Goroutine;
import rendezvous.sync.Cond;
import rendezvous.sync.Mutex;
import rendezvous.sync.WaitGroup;

/**
 * A mistake that shows in some schedules only, and the same program without it.
 *
 * @param name what is wrong
 * @param depth how many orders of two steps it needs
 * @param kind how it fails
 * @param wrong the program with it
 * @param right the program without it
 */
record Bugs(String name, int depth, Kind kind, Body wrong, Body right) {
    static Stream<Bugs> all() {
        return Stream.of(
                new Bugs("lost wake-up", 2, Kind.DEADLOCK, () -> wakeUp(0), () -> wakeUp(1)),
                new Bugs("two locks in opposite orders", 2, Kind.DEADLOCK, () -> locks(false), () -> locks(true)),
                new Bugs("lost update", 2, Kind.PANIC, () -> update(false), () -> update(true)),
                new Bugs("missed signal", 2, Kind.DEADLOCK, () -> signal(false), () -> signal(true)),
                new Bugs("check, then take", 2, Kind.DEADLOCK, () -> take(false), () -> take(true)),
                new Bugs("counted too late", 1, Kind.PANIC, () -> counted(false), () -> counted(true)));
    }

    /** The sleeper is woken by a signal that nobody keeps if the buffer has no room. */
    private static void wakeUp(int buffer) throws InterruptedException {
        Chan<Signal> bell = Chan.named("bell", buffer);
        Mutex mutex = new Mutex();
        boolean[] ready = {false};
        Goroutine sleeper = go("sleeper", () -> {
            mutex.lock();
            boolean go = ready[0];
            mutex.unlock();
            if (!go) {
                bell.receive(); // the bell may have rung by now
            }
        });
        mutex.lock();
        ready[0] = true;
        mutex.unlock();
        bell.trySend(SIGNAL);
        sleeper.await();
    }

    private static void locks(boolean inOrder) throws InterruptedException {
        Mutex fork = new Mutex();
        Mutex spoon = new Mutex();
        WaitGroup group = new WaitGroup();
        group.go(() -> eat(fork, spoon));
        group.go(() -> eat(inOrder ? fork : spoon, inOrder ? spoon : fork));
        group.await();
    }

    private static void eat(Mutex first, Mutex second) throws InterruptedException {
        first.lock();
        second.lock();
        second.unlock();
        first.unlock();
    }

    private static void update(boolean whole) throws InterruptedException {
        Mutex mutex = new Mutex();
        int[] balance = {0};
        WaitGroup group = new WaitGroup();
        for (int i = 0; i < 2; i++) {
            group.go(() -> {
                mutex.lock();
                int before = balance[0];
                if (!whole) {
                    mutex.unlock();
                    mutex.lock();
                }
                balance[0] = before + 1;
                mutex.unlock();
            });
        }
        group.await();
        assertEquals(2, balance[0]);
    }

    private static void signal(boolean looks) throws InterruptedException {
        Mutex mutex = new Mutex();
        Cond filled = new Cond(mutex);
        Deque<Integer> basket = new ArrayDeque<>();
        Goroutine eater = go("eater", () -> {
            mutex.lock();
            while (!looks || basket.isEmpty()) {
                filled.await();
                if (!looks) {
                    break;
                }
            }
            basket.remove();
            mutex.unlock();
        });
        mutex.lock();
        basket.add(1);
        filled.signal();
        mutex.unlock();
        eater.await();
    }

    /** Two take one value: each looks whether there is one first. */
    private static void take(boolean atOnce) throws InterruptedException {
        Chan<Integer> values = Chan.named("values", 1);
        values.send(1);
        WaitGroup group = new WaitGroup();
        for (int i = 0; i < 2; i++) {
            group.go(() -> {
                if (atOnce) {
                    values.tryReceive();
                } else if (values.len() > 0) {
                    values.receive();
                }
            });
        }
        group.await();
    }

    /** Main may come to wait before a worker has counted itself. */
    private static void counted(boolean before) throws InterruptedException {
        WaitGroup group = new WaitGroup();
        int[] done = {0};
        Goroutine[] workers = new Goroutine[2];
        for (int i = 0; i < 2; i++) {
            if (before) {
                group.add(1);
            }
            workers[i] = go(() -> {
                if (!before) {
                    group.add(1);
                }
                done[0]++;
                group.done();
            });
        }
        group.await();
        assertEquals(2, done[0]);
    }

    @Override
    public String toString() {
        return name;
    }
}
