package rendezvous.studied.bugs;

import static rendezvous.chan.Go.go;
import static rendezvous.studied.bugs.Checks.both;
import static rendezvous.studied.bugs.Checks.equal;
import static rendezvous.studied.bugs.Checks.twice;

import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.ReentrantLock;
import rendezvous.chan.Chan;
import rendezvous.sync.Mutex;
import rendezvous.sync.RWMutex;
import rendezvous.sync.WaitGroup;

/** Locks that are waited for in a ring, or that nobody unlocks. */
@SuppressWarnings({"unused", "LockNotBeforeTry"})
public final class Locking {
    private final Mutex mutex = new Mutex();
    private int count;

    private Locking() {}

    public static void oppositeOrders(boolean right) throws InterruptedException {
        Mutex fork = new Mutex();
        Mutex spoon = new Mutex();
        both(() -> eat(fork, spoon), () -> eat(right ? fork : spoon, right ? spoon : fork));
    }

    private static void eat(Mutex first, Mutex second) throws InterruptedException {
        first.lock();
        second.lock();
        second.unlock();
        first.unlock();
    }

    public static void oppositeMonitors(boolean right) throws InterruptedException {
        Object fork = new Object();
        Object spoon = new Object();
        both(() -> eatBy(fork, spoon), () -> eatBy(right ? fork : spoon, right ? spoon : fork));
    }

    private static void eatBy(Object first, Object second) {
        synchronized (first) {
            synchronized (second) {
                equal(0, 0);
            }
        }
    }

    public static void oppositeReentrantLocks(boolean right) throws InterruptedException {
        ReentrantLock fork = new ReentrantLock();
        ReentrantLock spoon = new ReentrantLock();
        both(() -> eatWith(fork, spoon), () -> eatWith(right ? fork : spoon, right ? spoon : fork));
    }

    private static void eatWith(ReentrantLock first, ReentrantLock second) {
        first.lock();
        second.lock();
        second.unlock();
        first.unlock();
    }

    /** Three philosophers, three forks; all begin with the left one. */
    public static void philosophers(boolean right) throws InterruptedException {
        Mutex[] forks = {new Mutex(), new Mutex(), new Mutex()};
        WaitGroup group = new WaitGroup();
        for (int i = 0; i < 3; i++) {
            int left = right ? Math.min(i, (i + 1) % 3) : i;
            int other = right ? Math.max(i, (i + 1) % 3) : (i + 1) % 3;
            group.go(() -> eat(forks[left], forks[other]));
        }
        group.await();
    }

    /** Both read, and both want to write now. */
    public static void upgrade(boolean right) throws InterruptedException {
        RWMutex mutex = new RWMutex();
        twice(() -> {
            mutex.rLock();
            if (right) {
                mutex.rUnlock();
            }
            mutex.lock();
            mutex.unlock();
            if (!right) {
                mutex.rUnlock();
            }
        });
    }

    /** Reads twice; a writer that waits in between stops the second. */
    public static void readTwice(boolean right) throws InterruptedException {
        RWMutex mutex = new RWMutex();
        both(
                () -> {
                    mutex.rLock();
                    if (!right) {
                        mutex.rLock();
                        mutex.rUnlock();
                    }
                    mutex.rUnlock();
                },
                () -> {
                    mutex.lock();
                    mutex.unlock();
                });
    }

    /** A method that locks calls another that does. */
    public static void lockedAlready(boolean right) throws InterruptedException {
        Locking it = new Locking();
        twice(() -> {
            it.mutex.lock();
            it.increment(!right);
            it.mutex.unlock();
        });
        equal(2, it.count);
    }

    private void increment(boolean locks) throws InterruptedException {
        if (locks) {
            mutex.lock();
        }
        count++;
        if (locks) {
            mutex.unlock();
        }
    }

    /** What throws leaves the lock locked. */
    public static void keptOnException(boolean right) throws InterruptedException {
        Mutex mutex = new Mutex();
        twice(() -> {
            try {
                if (right) {
                    underLock(mutex);
                } else {
                    mutex.lock();
                    fail();
                    mutex.unlock();
                }
            } catch (IllegalStateException e) {
                // It is known to fail.
            }
        });
    }

    private static void underLock(Mutex mutex) throws InterruptedException {
        mutex.lock();
        try {
            fail();
        } finally {
            mutex.unlock();
        }
    }

    private static void fail() {
        throw new IllegalStateException("as it does now and then");
    }

    /** One way out of the method forgets to unlock. */
    public static void keptOnReturn(boolean right) throws InterruptedException {
        Locking it = new Locking();
        twice(() -> it.first(right));
    }

    private void first(boolean right) throws InterruptedException {
        mutex.lock();
        if (count > 0) {
            if (right) {
                mutex.unlock();
            }
            return;
        }
        count++;
        mutex.unlock();
        mutex.lock();
        mutex.unlock();
    }

    /** The second to find it locked unlocks what is not its own. */
    public static void unlockedTwice(boolean right) throws InterruptedException {
        Mutex mutex = new Mutex();
        twice(() -> {
            boolean mine = mutex.tryLock();
            if (mine || !right) {
                mutex.unlock();
            }
        });
    }

    /** A value is sent under the lock that the receiver takes first. */
    public static void sendUnderLock(boolean right) throws InterruptedException {
        Mutex mutex = new Mutex();
        Chan<Integer> ch = Chan.make(right ? 1 : 0);
        both(
                () -> {
                    mutex.lock();
                    ch.send(1);
                    mutex.unlock();
                },
                () -> {
                    mutex.lock();
                    mutex.unlock();
                    ch.receive();
                });
    }

    /** Somebody else's code, called under the lock, comes back for it by another goroutine. */
    public static void listenerUnderLock(boolean right) throws InterruptedException {
        Mutex mutex = new Mutex();
        mutex.lock();
        if (right) {
            mutex.unlock();
        }
        go("listener", () -> {
                    mutex.lock();
                    mutex.unlock();
                })
                .await();
        if (!right) {
            mutex.unlock();
        }
    }

    /** Waits in the inner monitor, and keeps the outer one, which the notifier needs. */
    public static void nestedMonitors(boolean right) throws InterruptedException {
        Object outer = new Object();
        Object inner = right ? outer : new Object();
        boolean[] ready = {false};
        both(
                () -> {
                    synchronized (outer) {
                        synchronized (inner) {
                            while (!ready[0]) {
                                inner.wait();
                            }
                        }
                    }
                },
                () -> {
                    synchronized (outer) {
                        synchronized (inner) {
                            ready[0] = true;
                            inner.notifyAll();
                        }
                    }
                });
    }

    /** Two permits, and each wants two, one after the other. */
    public static void permitsOneByOne(boolean right) throws InterruptedException {
        Semaphore permits = new Semaphore(2);
        twice(() -> {
            permits.acquire(right ? 2 : 1);
            if (!right) {
                permits.acquire();
            }
            permits.release(2);
        });
    }

    /** A permit is lost with each failure. */
    public static void permitLost(boolean right) throws InterruptedException {
        Chan<Boolean> permits = Chan.named("permits", 1);
        twice(() -> {
            permits.send(true);
            try {
                fail();
                permits.receive();
            } catch (IllegalStateException e) {
                if (right) {
                    permits.receive();
                }
            }
        });
    }
}
