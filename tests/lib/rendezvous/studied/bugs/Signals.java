package rendezvous.studied.bugs;

import static rendezvous.chan.Go.go;
import static rendezvous.studied.bugs.Checks.both;
import static rendezvous.studied.bugs.Checks.twice;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import rendezvous.chan.Chan;
import rendezvous.chan.Signal;
import rendezvous.runtime.Goroutine;
import rendezvous.sync.Cond;
import rendezvous.sync.Mutex;

/** Signals that come too early, to the wrong one, or that are believed without a look. */
@SuppressWarnings({"WaitNotInLoop", "NakedNotify"})
public final class Signals {
    private final Deque<Integer> basket = new ArrayDeque<>();

    private Signals() {}

    /** The bell rings while nobody listens, and has no memory. */
    public static void lostWakeUp(boolean right) throws InterruptedException {
        Chan<Signal> bell = Chan.named("bell", right ? 1 : 0);
        AtomicBoolean ready = new AtomicBoolean();
        both(
                () -> {
                    if (!ready.get()) {
                        bell.receive();
                    }
                },
                () -> {
                    ready.set(true);
                    bell.trySend(Signal.SIGNAL);
                });
    }

    /** A signal of a condition is not kept either. */
    public static void missedSignal(boolean right) throws InterruptedException {
        Signals it = new Signals();
        Mutex mutex = new Mutex();
        Cond filled = new Cond(mutex);
        both(
                () -> {
                    mutex.lock();
                    while (!right || it.basket.isEmpty()) {
                        filled.await();
                        if (!right) {
                            break;
                        }
                    }
                    mutex.unlock();
                },
                () -> {
                    mutex.lock();
                    it.basket.add(1);
                    filled.signal();
                    mutex.unlock();
                });
    }

    /** Nor is a notification. */
    public static void missedNotify(boolean right) throws InterruptedException {
        Signals it = new Signals();
        both(
                () -> {
                    synchronized (it) {
                        if (!right || it.basket.isEmpty()) {
                            it.wait();
                        }
                    }
                },
                () -> {
                    synchronized (it) {
                        it.basket.add(1);
                        it.notifyAll();
                    }
                });
    }

    /** Looks before it takes the lock under which it waits. */
    public static void looksTooEarly(boolean right) throws InterruptedException {
        AtomicBoolean ready = new AtomicBoolean();
        Object monitor = new Object();
        both(
                () -> {
                    boolean early = ready.get();
                    synchronized (monitor) {
                        if (right ? !ready.get() : !early) {
                            monitor.wait();
                        }
                    }
                },
                () -> {
                    synchronized (monitor) {
                        ready.set(true);
                        monitor.notifyAll();
                    }
                });
    }

    /** Two are woken for one thing, and the second does not look again. */
    public static void wokenWithoutLook(boolean right) throws InterruptedException {
        Signals it = new Signals();
        Goroutine one = go("one", () -> it.take(right));
        Goroutine two = go("two", () -> it.take(right));
        for (int i = 0; i < 2; i++) {
            synchronized (it) {
                it.basket.add(i);
                it.notifyAll();
            }
        }
        one.await();
        two.await();
    }

    private synchronized void take(boolean looksAgain) throws InterruptedException {
        if (looksAgain) {
            while (basket.isEmpty()) {
                wait();
            }
        } else if (basket.isEmpty()) {
            wait();
        }
        basket.remove();
    }

    /** The same with a condition: who comes in between takes it. */
    public static void signalledWithoutLook(boolean right) throws InterruptedException {
        Signals it = new Signals();
        Mutex mutex = new Mutex();
        Cond filled = new Cond(mutex);
        Goroutine one = go("one", () -> it.take(mutex, filled, right));
        Goroutine two = go("two", () -> it.take(mutex, filled, right));
        for (int i = 0; i < 2; i++) {
            mutex.lock();
            it.basket.add(i);
            filled.signal();
            mutex.unlock();
        }
        one.await();
        two.await();
    }

    private void take(Mutex mutex, Cond filled, boolean looksAgain) throws InterruptedException {
        mutex.lock();
        if (looksAgain) {
            while (basket.isEmpty()) {
                filled.await();
            }
        } else if (basket.isEmpty()) {
            filled.await();
        }
        basket.remove();
        mutex.unlock();
    }

    /** Those who put and those who take wait in one monitor, and one of them is woken: perhaps the wrong one. */
    public static void notifyOne(boolean right) throws InterruptedException {
        Signals it = new Signals();
        Goroutine taker = go("taker", () -> it.takeFromOne(right));
        Goroutine other = go("other taker", () -> it.takeFromOne(right));
        Goroutine putter = go("putter", () -> it.putToOne(right));
        it.putToOne(right);
        taker.await();
        other.await();
        putter.await();
    }

    private synchronized void takeFromOne(boolean all) throws InterruptedException {
        while (basket.isEmpty()) {
            wait();
        }
        basket.remove();
        wake(all);
    }

    private synchronized void putToOne(boolean all) throws InterruptedException {
        while (!basket.isEmpty()) {
            wait();
        }
        basket.add(1);
        wake(all);
    }

    private void wake(boolean all) {
        if (all) {
            notifyAll();
        } else {
            notify();
        }
    }

    /** Two wait for different things by one condition, and the signal goes to one. */
    public static void signalOne(boolean right) throws InterruptedException {
        Mutex mutex = new Mutex();
        Cond changed = new Cond(mutex);
        int[] level = {0};
        Goroutine low = go("low", () -> reaches(mutex, changed, level, 1));
        Goroutine high = go("high", () -> reaches(mutex, changed, level, 2));
        for (int i = 1; i <= 2; i++) {
            mutex.lock();
            level[0] = i;
            if (right) {
                changed.broadcast();
            } else {
                changed.signal();
            }
            mutex.unlock();
        }
        low.await();
        high.await();
    }

    private static void reaches(Mutex mutex, Cond changed, int[] level, int wanted) throws InterruptedException {
        mutex.lock();
        while (level[0] < wanted) {
            changed.await();
        }
        mutex.unlock();
    }

    /** Three are waited for, and two come. */
    public static void latchTooLarge(boolean right) throws InterruptedException {
        CountDownLatch latch = new CountDownLatch(right ? 2 : 3);
        go("one", latch::countDown);
        go("two", latch::countDown);
        latch.await();
    }

    /** The state is changed without the lock under which it is looked at. */
    public static void changedWithoutLock(boolean right) throws InterruptedException {
        Mutex mutex = new Mutex();
        Cond changed = new Cond(mutex);
        AtomicBoolean ready = new AtomicBoolean();
        both(
                () -> {
                    mutex.lock();
                    while (!ready.get()) {
                        changed.await();
                    }
                    mutex.unlock();
                },
                () -> {
                    if (right) {
                        mutex.lock();
                    }
                    ready.set(true);
                    changed.broadcast();
                    if (right) {
                        mutex.unlock();
                    }
                });
    }

    /** The condition says when to look; what it guards is looked at after the lock is gone. */
    public static void usedAfterUnlock(boolean right) throws InterruptedException {
        Signals it = new Signals();
        Mutex mutex = new Mutex();
        twice(() -> {
            mutex.lock();
            boolean has = !it.basket.isEmpty();
            if (!right) {
                mutex.unlock();
            }
            if (!has) {
                it.basket.add(1);
            }
            if (right) {
                mutex.unlock();
            }
        });
    }
}
