package rendezvous.studied;

import static rendezvous.chan.Go.go;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.StampedLock;
import rendezvous.chan.Chan;
import rendezvous.chan.Signal;
import rendezvous.runtime.Body;
import rendezvous.runtime.Goroutine;
import rendezvous.sync.Mutex;
import rendezvous.sync.WaitGroup;

/** Two goroutines that count, guarded in all ways and in none. */
@SuppressWarnings("unused")
public final class Counters {
    private int count;
    private volatile int visible;
    private final List<Integer> list = new ArrayList<>();
    private final AtomicInteger atomic = new AtomicInteger();

    private void both(Body body) throws InterruptedException {
        Goroutine one = go("one", body);
        Goroutine two = go("two", body);
        one.await();
        two.await();
    }

    public static void unguarded() throws InterruptedException {
        Counters it = new Counters();
        it.both(() -> it.count++);
    }

    public static void withList() throws InterruptedException {
        Counters it = new Counters();
        it.both(() -> it.list.add(1));
    }

    public static void withMutex() throws InterruptedException {
        Counters it = new Counters();
        Mutex mutex = new Mutex();
        it.both(() -> {
            mutex.lock();
            it.count++;
            mutex.unlock();
        });
        check(it.count);
    }

    public static void withSynchronized() throws InterruptedException {
        Counters it = new Counters();
        it.both(() -> {
            synchronized (it) {
                it.count++;
            }
        });
        check(it.count);
    }

    private synchronized void increment() {
        count++;
    }

    public static void withSynchronizedMethod() throws InterruptedException {
        Counters it = new Counters();
        it.both(it::increment);
        check(it.count);
    }

    public static void withReentrantLock() throws InterruptedException {
        Counters it = new Counters();
        ReentrantLock lock = new ReentrantLock();
        it.both(() -> {
            lock.lock();
            try {
                it.count++;
            } finally {
                lock.unlock();
            }
        });
        check(it.count);
    }

    public static void withAtomic() throws InterruptedException {
        Counters it = new Counters();
        it.both(() -> it.atomic.incrementAndGet());
        check(it.atomic.get());
    }

    /** No race, and still wrong: a volatile field is read and written, in two steps. */
    public static void lostThoughVolatile() throws InterruptedException {
        Counters it = new Counters();
        it.both(() -> it.visible = it.visible + 1);
        check(it.visible);
    }

    public static void withChannel() throws InterruptedException {
        Counters it = new Counters();
        Chan<Signal> token = Chan.make(1);
        token.send(Signal.SIGNAL);
        it.both(() -> {
            token.receive();
            it.count++;
            token.send(Signal.SIGNAL);
        });
        check(it.count);
    }

    public static void handedOver() throws InterruptedException {
        Counters it = new Counters();
        Chan<Counters> ch = Chan.make();
        go("one", () -> {
            it.count = 1;
            ch.send(it);
        });
        Counters got = ch.receive();
        got.count++;
        check(got.count);
    }

    public static void usedAfterHandedOver() throws InterruptedException {
        Counters it = new Counters();
        Chan<Counters> ch = Chan.make();
        Goroutine one = go("one", () -> {
            ch.send(it);
            it.count = 1;
        });
        ch.receive().count++;
        one.await();
    }

    public static void withWaitGroup() throws InterruptedException {
        int[] parts = new int[2];
        WaitGroup group = new WaitGroup();
        for (int i = 0; i < 2; i++) {
            int me = i;
            group.go(() -> parts[me] = 1);
        }
        group.await();
        check(parts[0] + parts[1]);
    }

    public static void sameElement() throws InterruptedException {
        int[] parts = new int[2];
        WaitGroup group = new WaitGroup();
        for (int i = 0; i < 2; i++) {
            group.go(() -> parts[1] = 1);
        }
        group.await();
    }

    public static void forgotToWait() {
        Counters it = new Counters();
        go("one", () -> it.count = 1);
        it.count++;
    }

    public static void withLatch() throws InterruptedException {
        Counters it = new Counters();
        CountDownLatch latch = new CountDownLatch(1);
        go("one", () -> {
            it.count = 1;
            latch.countDown();
        });
        latch.await();
        it.count++;
        check(it.count);
    }

    public static void withExecutor() throws Exception {
        Counters it = new Counters();
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            it.count++;
            executor.submit(() -> it.count++).get();
            it.count += 0;
        }
        check(it.count);
    }

    public static void withConcurrentMap() throws InterruptedException {
        ConcurrentHashMap<String, Integer> map = new ConcurrentHashMap<>();
        new Counters().both(() -> map.merge("a", 1, Integer::sum));
        check(map.get("a"));
    }

    /** A goroutine that notifies, one that waits. */
    public static void withNotify() throws InterruptedException {
        Counters it = new Counters();
        Goroutine waits = go("waits", () -> {
            synchronized (it) {
                while (it.count == 0) {
                    it.wait();
                }
                it.count++;
            }
        });
        synchronized (it) {
            it.count = 1;
            it.notifyAll();
        }
        waits.await();
        check(it.count);
    }

    /** The signal can come before the wait, and is lost then. */
    public static void missedNotify() throws InterruptedException {
        Counters it = new Counters();
        Goroutine waits = go("waits", () -> {
            synchronized (it) {
                it.wait();
            }
        });
        synchronized (it) {
            it.notifyAll();
        }
        waits.await();
    }

    /** A day of sleep, by a thread's own method. */
    public static void sleepsForADay() throws InterruptedException {
        Counters it = new Counters();
        go("one", () -> {
                    Thread.sleep(86_400_000);
                    it.count++;
                })
                .await();
        it.count++;
        check(it.count);
    }

    private static void check(int got) {
        if (got != 2) {
            throw new AssertionError("got " + got + ", want 2");
        }
    }

    /** Reads under a stamp that is checked afterwards: a race that does no harm. */
    public static void withOptimisticStamp() throws InterruptedException {
        Counters it = new Counters();
        StampedLock lock = new StampedLock();
        Goroutine writer = go("one", () -> {
            long stamp = lock.writeLock();
            it.count++;
            lock.unlockWrite(stamp);
        });
        long stamp = lock.tryOptimisticRead();
        int seen = it.count;
        boolean isValid = lock.validate(stamp);
        writer.await();
    }

    /** Goes around the wrapper, to the list inside. */
    public static void aroundTheWrapper() throws InterruptedException {
        Counters it = new Counters();
        List<Integer> wrapper = Collections.synchronizedList(it.list);
        Goroutine one = go("one", () -> wrapper.add(1));
        it.list.size();
        one.await();
    }

    /** Two use one map for different things, and the map orders what it need not. */
    public static void orderedByAnotherKey() throws InterruptedException {
        Counters it = new Counters();
        ConcurrentHashMap<String, Integer> map = new ConcurrentHashMap<>();
        Goroutine one = go("one", () -> {
            it.count = 1;
            map.put("a", 1);
        });
        if (map.containsKey("b") || map.size() > 0) {
            it.count++;
        }
        one.await();
    }
}
