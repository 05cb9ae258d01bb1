package rendezvous.asleep;

import static rendezvous.chan.Go.go;

import java.util.List;
import java.util.function.Supplier;
import rendezvous.chan.Chan;
import rendezvous.runtime.Goroutine;
import rendezvous.sync.Cond;
import rendezvous.sync.Mutex;
import rendezvous.sync.Once;
import rendezvous.sync.RWMutex;
import rendezvous.sync.WaitGroup;

/** Programs that look stuck, in which somebody will give a lock back, signal, or be done. */
final class QuietLocks {
    private QuietLocks() {}

    @SuppressWarnings("LockNotBeforeTry") // a lock that is not given back would show
    static List<Program> all() {
        return List.of(
                new Program("a mutex whose holder sleeps", () -> {
                    Mutex mutex = new Mutex();
                    mutex.lock();
                    go(() -> {
                        Thread.sleep(LookStuck.QUIET_MILLIS);
                        mutex.unlock();
                    });
                    mutex.lock();
                    mutex.unlock();
                }),
                new Program("a mutex that a thread will unlock", () -> {
                    Mutex mutex = new Mutex();
                    mutex.lock();
                    Thread.ofPlatform().start(() -> {
                        Deadlocks.sleepMillis(LookStuck.QUIET_MILLIS);
                        mutex.unlock();
                    });
                    mutex.lock();
                    mutex.unlock();
                }),
                new Program("a mutex that goes through many hands", () -> {
                    Mutex mutex = new Mutex();
                    WaitGroup all = new WaitGroup();
                    mutex.lock();
                    for (int i = 0; i < 10; i++) {
                        all.go(() -> {
                            mutex.lock();
                            Thread.sleep(LookStuck.QUIET_MILLIS / 5);
                            mutex.unlock();
                        });
                    }
                    mutex.unlock();
                    mutex.lock();
                    mutex.unlock();
                    all.await();
                }),
                new Program("readers that will leave", () -> {
                    RWMutex mutex = new RWMutex();
                    mutex.rLock();
                    go(() -> {
                        Thread.sleep(LookStuck.QUIET_MILLIS);
                        mutex.rUnlock();
                    });
                    mutex.lock();
                    mutex.unlock();
                }),
                new Program("a reader that waits for a writer that computes", () -> {
                    RWMutex mutex = new RWMutex();
                    mutex.lock();
                    go(() -> {
                        LookStuck.compute();
                        mutex.unlock();
                    });
                    mutex.rLock();
                    mutex.rUnlock();
                }),
                new Program("a condition that will be signalled, by one that holds the lock for long", () -> {
                    Mutex mutex = new Mutex();
                    Cond cond = new Cond(mutex);
                    mutex.lock();
                    go(() -> {
                        mutex.lock();
                        cond.signal();
                        Thread.sleep(LookStuck.QUIET_MILLIS);
                        mutex.unlock();
                    });
                    cond.await();
                    mutex.unlock();
                }),
                new Program("a group whose last worker sleeps", () -> {
                    WaitGroup group = new WaitGroup();
                    Chan<Integer> ch = Chan.make();
                    group.go(() -> Thread.sleep(LookStuck.QUIET_MILLIS));
                    Goroutine idle = go(() -> ch.receive());
                    group.await();
                    ch.send(1);
                    idle.await();
                }),
                new Program("code that runs once, and sleeps", () -> {
                    Once once = new Once();
                    Chan<Integer> runs = Chan.make();
                    go(() -> once.run(() -> {
                        runs.send(1);
                        Thread.sleep(LookStuck.QUIET_MILLIS);
                    }));
                    runs.receive();
                    once.run(() -> {});
                }),
                new Program("a value that is made once, by a thread", () -> {
                    Chan<Integer> runs = Chan.make(1);
                    Supplier<Integer> value = Once.value(() -> {
                        runs.trySend(1);
                        Deadlocks.sleepMillis(LookStuck.QUIET_MILLIS);
                        return 1;
                    });
                    Thread maker = Thread.ofPlatform().start(() -> {
                        var _ = value.get();
                    });
                    runs.receive();
                    var _ = value.get();
                    maker.join();
                }));
    }
}
