package rendezvous.asleep;

import static rendezvous.chan.Go.go;
import static rendezvous.chan.Select.onReceive;
import static rendezvous.chan.Select.select;

import java.nio.ByteBuffer;
import java.nio.channels.Pipe;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Phaser;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import rendezvous.chan.Chan;
import rendezvous.chan.Go;
import rendezvous.chan.Timer;
import rendezvous.runtime.Event;
import rendezvous.runtime.Goroutine;
import rendezvous.runtime.PanicException;
import rendezvous.runtime.World;

/** Programs that look stuck, in which a goroutine will act that does something else than wait in the library. */
final class QuietGoroutines {
    private QuietGoroutines() {}

    @SuppressWarnings("LockNotBeforeTry") // a lock that is not given back would show
    static List<Program> all() {
        return List.of(
                new Program("a goroutine that sleeps", () -> {
                    Chan<Integer> ch = Chan.make();
                    go(() -> {
                        Go.sleep(Duration.ofMillis(LookStuck.QUIET_MILLIS));
                        ch.send(1);
                    });
                    ch.receive();
                }),
                new Program("a goroutine in Thread.sleep", () -> {
                    Chan<Integer> ch = Chan.make();
                    go(() -> LookStuck.sendLater(ch));
                    ch.receive();
                }),
                new Program("a goroutine that parks for a time", () -> {
                    Chan<Integer> ch = Chan.make();
                    go(() -> {
                        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(LookStuck.QUIET_MILLIS);
                        while (System.nanoTime() < end) {
                            LockSupport.parkNanos(end - System.nanoTime());
                        }
                        ch.send(1);
                    });
                    ch.receive();
                }),
                new Program("a goroutine that waits for a lock of the JDK, for a time", () -> {
                    Chan<Integer> ch = Chan.make();
                    ReentrantLock lock = new ReentrantLock();
                    lock.lock();
                    go(() -> {
                        var _ = lock.tryLock(LookStuck.QUIET_MILLIS, TimeUnit.MILLISECONDS);
                        ch.send(1);
                    });
                    ch.receive();
                    lock.unlock();
                }),
                new Program("a goroutine that waits for a lock that another holds, which computes", () -> {
                    Chan<Integer> ch = Chan.make();
                    ReentrantLock lock = new ReentrantLock();
                    CountDownLatch held = new CountDownLatch(1);
                    go(() -> {
                        lock.lock();
                        held.countDown();
                        LookStuck.compute();
                        lock.unlock();
                    });
                    held.await();
                    go(() -> {
                        lock.lock();
                        lock.unlock();
                        ch.send(1);
                    });
                    ch.receive();
                }),
                new Program("a goroutine that computes", () -> {
                    Chan<Integer> ch = Chan.make();
                    go(() -> {
                        LookStuck.compute();
                        ch.send(1);
                    });
                    ch.receive();
                }),
                new Program("a goroutine that waits for a monitor's notify, for a time", () -> {
                    Chan<Integer> ch = Chan.make();
                    Object monitor = new Object();
                    go(() -> {
                        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(LookStuck.QUIET_MILLIS);
                        synchronized (monitor) {
                            while (System.nanoTime() < end) {
                                monitor.wait(LookStuck.QUIET_MILLIS);
                            }
                        }
                        ch.send(1);
                    });
                    ch.receive();
                }),
                new Program("a goroutine that waits for another's file", () -> {
                    Chan<Integer> ch = Chan.make();
                    var pipe = Pipe.open();
                    go(() -> {
                        Go.sleep(Duration.ofMillis(LookStuck.QUIET_MILLIS));
                        pipe.sink().close();
                    });
                    go(() -> ch.send(pipe.source().read(ByteBuffer.allocate(1))));
                    ch.receive();
                    pipe.source().close();
                }),
                new Program("the code of a select's case sleeps", () -> {
                    Chan<Integer> ch = Chan.make();
                    Chan<Integer> ready = Chan.make(1);
                    ready.send(1);
                    go(() -> {
                        select(onReceive(ready, _ -> Go.sleep(Duration.ofMillis(LookStuck.QUIET_MILLIS))));
                        ch.send(1);
                    });
                    ch.receive();
                }),
                new Program("goroutines that start one another", () -> {
                    Chan<Integer> ch = Chan.make();
                    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(2 * LookStuck.QUIET_MILLIS);
                    go(() -> relay(ch, end));
                    ch.receive();
                }),
                new Program("goroutines that talk to one another and not to main", () -> {
                    Chan<Integer> ch = Chan.make();
                    Chan<Integer> ping = Chan.make();
                    AtomicBoolean over = new AtomicBoolean();
                    go(() -> {
                        while (!over.get()) {
                            ping.send(1);
                        }
                        ping.close();
                        ch.send(1);
                    });
                    go(() -> {
                        for (int ignored : ping) {
                            Thread.onSpinWait();
                        }
                    });
                    go(() -> {
                        Go.sleep(Duration.ofMillis(LookStuck.QUIET_MILLIS));
                        over.set(true);
                    });
                    ch.receive();
                }),
                new Program("the end of a goroutine that is being told to somebody else first", () -> {
                    World slow = World.watched(event -> {
                        if (event.kind() == Event.Kind.END) {
                            Deadlocks.sleepMillis(LookStuck.QUIET_MILLIS);
                        }
                    });
                    CountDownLatch waits = new CountDownLatch(1);
                    Goroutine chef = Goroutine.start("chef", slow, waits::await);
                    Timer.afterFunc(Duration.ofMillis(20), waits::countDown); // main waits by then, as a rule
                    chef.await();
                }),
                new Program("the end of a goroutine whose panic is being told", () -> {
                    Goroutine chef = go(() -> {
                        Thread.currentThread()
                                .setUncaughtExceptionHandler((_, _) -> Deadlocks.sleepMillis(LookStuck.QUIET_MILLIS));
                        throw new IllegalStateException("burnt");
                    });
                    try {
                        chef.await();
                    } catch (PanicException e) {
                        // As it should be.
                    }
                }),
                new Program("a goroutine that waits for a phaser that a thread will arrive at", () -> {
                    Chan<Integer> ch = Chan.make();
                    Phaser phaser = new Phaser(2);
                    Thread.ofPlatform().daemon().start(() -> {
                        Deadlocks.sleepMillis(LookStuck.QUIET_MILLIS);
                        phaser.arrive();
                    });
                    go(() -> {
                        phaser.arriveAndAwaitAdvance();
                        ch.send(1);
                    });
                    ch.receive();
                }));
    }

    private static void relay(Chan<Integer> ch, long end) throws InterruptedException {
        if (System.nanoTime() < end) {
            go(() -> relay(ch, end));
        } else {
            ch.send(1);
        }
    }
}
