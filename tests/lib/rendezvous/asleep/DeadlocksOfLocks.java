package rendezvous.asleep;

import static rendezvous.chan.Go.go;

import java.util.List;
import java.util.function.Supplier;
import rendezvous.chan.Chan;
import rendezvous.runtime.DeadlockError;
import rendezvous.runtime.Goroutine;
import rendezvous.sync.Cond;
import rendezvous.sync.Mutex;
import rendezvous.sync.Once;
import rendezvous.sync.RWMutex;
import rendezvous.sync.WaitGroup;

/**
 * Programs in which everybody waits for a lock, a condition, a group, or what runs once. Where the program catches the
 * error it goes on to use what it waited for: nothing of the wait may be left.
 */
@SuppressWarnings("LockNotBeforeTry") // a lock that is not given back is what these are about
final class DeadlocksOfLocks {
    private static final String BY = ", started by a lambda of " + DeadlocksOfLocks.class.getName();

    private DeadlocksOfLocks() {}

    static List<Program> all() {
        return List.of(
                new Program(
                        "a mutex that is locked twice",
                        () -> {
                            Mutex mutex = new Mutex();
                            mutex.lock();
                            DeadlockError told = deadlock(mutex::lock);
                            mutex.unlock();
                            want("mutex (unlocked)", mutex);
                            mutex.lock();
                            go(() -> {
                                        mutex.unlock();
                                        mutex.lock();
                                    })
                                    .await();
                            want("mutex (locked)", mutex);
                            throw told;
                        },
                        "main waits for a lock: mutex (locked, 1 waiting)"),
                new Program(
                        "a mutex for which others have waited longer",
                        () -> {
                            Mutex mutex = new Mutex();
                            mutex.lock();
                            Goroutine first = go("first", () -> {
                                mutex.lock();
                                mutex.unlock();
                            });
                            until("mutex (locked, 1 waiting)", mutex);
                            DeadlockError told = deadlock(mutex::lock);
                            want("mutex (locked, 1 waiting)", mutex);
                            mutex.unlock();
                            first.await();
                            mutex.lock();
                            mutex.unlock();
                            want("mutex (unlocked)", mutex);
                            throw told;
                        },
                        "main waits for a lock: mutex (locked, 2 waiting)",
                        "first waits for a lock: mutex (locked, 2 waiting)" + BY),
                new Program(
                        "two who hold what the other wants",
                        () -> {
                            Mutex a = new Mutex();
                            Mutex b = new Mutex();
                            WaitGroup bothHold = new WaitGroup();
                            WaitGroup end = new WaitGroup();
                            bothHold.add(2);
                            end.add(2);
                            go("ab", () -> lockBoth(a, b, bothHold, end));
                            go("ba", () -> lockBoth(b, a, bothHold, end));
                            end.await();
                        },
                        "main waits for a group: WaitGroup (counter 2, 1 waiting)",
                        "ab waits for a lock: mutex (locked, 1 waiting)" + BY,
                        "ba waits for a lock: mutex (locked, 1 waiting)" + BY),
                new Program(
                        "a reader that wants to write",
                        () -> {
                            RWMutex mutex = new RWMutex();
                            mutex.rLock();
                            DeadlockError told = deadlock(mutex::lock);
                            want("RWMutex (readers: 1)", mutex);
                            want("true", mutex.tryRLock());
                            mutex.rUnlock();
                            mutex.rUnlock();
                            mutex.lock();
                            mutex.unlock();
                            want("RWMutex (unlocked)", mutex);
                            throw told;
                        },
                        "main waits for a lock: RWMutex (readers: 1, 1 waiting)"),
                new Program(
                        "a reader that reads again while a writer waits",
                        () -> {
                            RWMutex mutex = new RWMutex();
                            mutex.rLock();
                            Goroutine writer = go("writer", () -> {
                                mutex.lock();
                                mutex.unlock();
                            });
                            until("RWMutex (readers: 1, 1 waiting)", mutex);
                            DeadlockError told = deadlock(mutex::rLock);
                            want("RWMutex (readers: 1, 1 waiting)", mutex);
                            mutex.rUnlock();
                            writer.await();
                            want("RWMutex (unlocked)", mutex);
                            throw told;
                        },
                        "main waits for a lock to read: RWMutex (readers: 1, 2 waiting)",
                        "writer waits for a lock: RWMutex (readers: 1, 2 waiting)" + BY),
                new Program(
                        "a writer behind a writer that waits for a reader, and a reader behind both",
                        () -> {
                            RWMutex mutex = new RWMutex();
                            mutex.rLock();
                            Goroutine reader = go("reader", () -> {
                                Chan<Integer> go = Chan.named("go");
                                go.receive();
                            });
                            DeadlockError first = deadlock(() -> {
                                mutex.lock();
                                mutex.unlock();
                            });
                            want("RWMutex (readers: 1)", mutex);
                            reader.interrupt();
                            throw first;
                        },
                        "main waits for a lock: RWMutex (readers: 1, 1 waiting)",
                        "reader waits to receive on `go` (unbuffered)" + BY),
                new Program(
                        "a reader whose writer never unlocks",
                        () -> {
                            RWMutex mutex = new RWMutex();
                            go(mutex::lock).await();
                            DeadlockError told = deadlock(mutex::rLock);
                            want("RWMutex (locked)", mutex);
                            mutex.unlock();
                            mutex.rLock();
                            want("RWMutex (readers: 1)", mutex);
                            throw told;
                        },
                        "main waits for a lock to read: RWMutex (locked, 1 waiting)"),
                new Program(
                        "a condition that nobody signals",
                        () -> {
                            Mutex mutex = new Mutex();
                            Cond cond = new Cond(mutex);
                            mutex.lock();
                            DeadlockError told = deadlock(cond::await);
                            want("mutex (locked)", mutex); // by this thread, as after an interrupt
                            want("condition (0 waiting)", cond);
                            Goroutine other = go(() -> {
                                mutex.lock();
                                cond.signal();
                                mutex.unlock();
                            });
                            cond.await();
                            mutex.unlock();
                            other.await();
                            want("mutex (unlocked)", mutex);
                            throw told;
                        },
                        "main waits for a signal"),
                new Program(
                        "a condition signalled by one that keeps the lock",
                        () -> {
                            Mutex mutex = new Mutex();
                            Cond cond = new Cond(mutex);
                            Chan<Integer> ch = Chan.named("ch");
                            mutex.lock();
                            Goroutine keeper = go("keeper", () -> {
                                mutex.lock();
                                cond.signal();
                                ch.receive();
                                mutex.unlock();
                            });
                            DeadlockError told = deadlock(cond::await);
                            want("mutex (locked)", mutex); // by the keeper
                            ch.send(1);
                            keeper.await();
                            want("mutex (unlocked)", mutex);
                            throw told;
                        },
                        "main waits for a lock: mutex (locked, 1 waiting)",
                        "keeper waits to receive on `ch` (unbuffered)" + BY),
                new Program(
                        "a condition whose lock another keeps, and that nobody signals",
                        () -> {
                            Mutex mutex = new Mutex();
                            Cond cond = new Cond(mutex);
                            Chan<Integer> ch = Chan.named("ch");
                            mutex.lock();
                            Goroutine keeper = go("keeper", () -> {
                                mutex.lock();
                                ch.receive();
                                mutex.unlock();
                            });
                            DeadlockError told = deadlock(cond::await);
                            want("condition (0 waiting)", cond);
                            want("mutex (locked)", mutex); // by the keeper
                            ch.send(1);
                            keeper.await();
                            throw told;
                        },
                        "main waits for a signal",
                        "keeper waits to receive on `ch` (unbuffered)" + BY),
                new Program(
                        "a group that is counted down once too seldom",
                        () -> {
                            WaitGroup group = new WaitGroup();
                            group.add(2);
                            go(group::done).await();
                            DeadlockError told = deadlock(group::await);
                            want("WaitGroup (counter 1)", group);
                            group.done();
                            group.await();
                            throw told;
                        },
                        "main waits for a group: WaitGroup (counter 1, 1 waiting)"),
                new Program(
                        "a group whose worker waits",
                        () -> {
                            WaitGroup group = new WaitGroup();
                            Chan<Integer> results = Chan.named("results");
                            group.go(() -> results.send(1));
                            DeadlockError told = deadlock(group::await);
                            results.receive();
                            group.await();
                            want("WaitGroup (counter 0)", group);
                            throw told;
                        },
                        "main waits for a group: WaitGroup (counter 1, 1 waiting)",
                        "goroutine # waits to send on `results` (unbuffered), started by a lambda of"
                                + " rendezvous.sync.WaitGroup"),
                new Program(
                        "a group that waits for what waits for the group",
                        () -> {
                            WaitGroup group = new WaitGroup();
                            group.add(1);
                            Goroutine worker = go("worker", () -> {
                                group.await();
                                group.done();
                            });
                            worker.await();
                        },
                        "main waits for a goroutine to end: worker",
                        "worker waits for a group: WaitGroup (counter 1, 1 waiting)" + BY),
                new Program(
                        "code that runs once and does not end",
                        () -> {
                            Once once = new Once();
                            Chan<Integer> ch = Chan.named("ch");
                            Chan<Integer> runs = Chan.make();
                            Goroutine runner = go(
                                    "runner",
                                    () -> once.run(() -> {
                                        runs.send(1);
                                        ch.receive();
                                    }));
                            runs.receive();
                            DeadlockError told = deadlock(() -> once.run(() -> {}));
                            want("Once (runs)", once);
                            ch.send(1);
                            runner.await();
                            once.run(() -> {});
                            want("Once (done)", once);
                            throw told;
                        },
                        "main waits for what runs once: Once (runs)",
                        "runner waits to receive on `ch` (unbuffered)" + BY),
                new Program(
                        "a value that is being made by one that waits",
                        () -> {
                            Chan<Integer> ch = Chan.named("ch");
                            Chan<Integer> runs = Chan.make();
                            Supplier<Integer> value = Once.value(() -> {
                                try {
                                    runs.send(1);
                                    return ch.receive();
                                } catch (InterruptedException e) {
                                    return 0;
                                }
                            });
                            Goroutine maker = go("maker", () -> {
                                var _ = value.get();
                            });
                            runs.receive();
                            DeadlockError told = deadlock(() -> {
                                var _ = value.get();
                            });
                            ch.send(5);
                            maker.await();
                            want("5", value.get());
                            throw told;
                        },
                        "main waits for what runs once: Once (runs)",
                        "maker waits to receive on `ch` (unbuffered)" + BY));
    }

    private static void lockBoth(Mutex mine, Mutex others, WaitGroup bothHold, WaitGroup end)
            throws InterruptedException {
        mine.lock();
        bothHold.done();
        bothHold.await();
        others.lock();
        end.done();
    }

    /** Runs what must come to a deadlock, and returns what it threw; the thread is not to be left interrupted. */
    private static DeadlockError deadlock(Program.Body stuck) throws Exception {
        try {
            stuck.run();
        } catch (DeadlockError e) {
            want("false", Thread.currentThread().isInterrupted());
            return e;
        }
        throw new AssertionError("ended as if nothing were wrong");
    }

    private static void want(String want, Object got) {
        if (!got.toString().equals(want)) {
            throw new AssertionError("got " + got + ", want " + want);
        }
    }

    private static void until(String want, Object got) throws InterruptedException {
        while (!got.toString().equals(want)) {
            Thread.sleep(1);
        }
    }
}
