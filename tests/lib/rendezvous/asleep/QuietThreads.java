package rendezvous.asleep;

import static rendezvous.chan.Go.go;

import java.util.List;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import rendezvous.chan.Chan;
import rendezvous.runtime.World;

/** Programs that look stuck, in which a thread that is no goroutine will act. */
final class QuietThreads {
    private QuietThreads() {}

    static List<Program> all() {
        return List.of(
                new Program("a thread that has not touched the channel yet", () -> {
                    Chan<Integer> ch = Chan.make();
                    Thread.ofPlatform().start(() -> LookStuck.sendLater(ch));
                    ch.receive();
                }),
                new Program("a daemon thread", () -> {
                    Chan<Integer> ch = Chan.make();
                    Thread.ofPlatform().daemon().start(() -> LookStuck.sendLater(ch));
                    ch.receive();
                }),
                new Program("a thread of an executor", () -> {
                    Chan<Integer> ch = Chan.make();
                    try (ExecutorService pool = Executors.newFixedThreadPool(2)) {
                        pool.execute(() -> LookStuck.sendLater(ch));
                        ch.receive();
                    }
                }),
                new Program("a scheduled executor", () -> {
                    Chan<Integer> ch = Chan.make();
                    try (var pool = Executors.newScheduledThreadPool(1)) {
                        var task =
                                pool.schedule(() -> LookStuck.send(ch), LookStuck.QUIET_MILLIS, TimeUnit.MILLISECONDS);
                        ch.receive();
                        task.get();
                    }
                }),
                new Program("a timer of the JDK", () -> {
                    Chan<Integer> ch = Chan.make();
                    Timer timer = new Timer(true);
                    timer.schedule(
                            new TimerTask() {
                                @Override
                                public void run() {
                                    LookStuck.send(ch);
                                }
                            },
                            LookStuck.QUIET_MILLIS);
                    ch.receive();
                    timer.cancel();
                }),
                new Program("a task of a virtual-thread executor", () -> {
                    Chan<Integer> ch = Chan.make();
                    try (ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
                        pool.execute(() -> LookStuck.sendLater(ch));
                        ch.receive();
                    }
                }),
                new Program("a virtual thread that is no goroutine", () -> {
                    Chan<Integer> ch = Chan.make();
                    Thread.startVirtualThread(() -> LookStuck.sendLater(ch));
                    ch.receive();
                }),
                new Program("a virtual thread beside goroutines that all wait", () -> {
                    Chan<Integer> ch = Chan.make();
                    Chan<Integer> end = Chan.make();
                    for (int i = 0; i < 5; i++) {
                        go(() -> end.receiveOk());
                    }
                    Thread.startVirtualThread(() -> LookStuck.sendLater(ch));
                    ch.receive();
                    end.close();
                }),
                new Program("a virtual thread that waits for a queue of the JDK, for a time", () -> {
                    Chan<Integer> ch = Chan.make();
                    Thread.startVirtualThread(() -> {
                        pollForAWhile();
                        LookStuck.send(ch);
                    });
                    ch.receive();
                }),
                new Program("a virtual thread that waits itself in the library, for a thread's signal", () -> {
                    Chan<Integer> ch = Chan.make();
                    Chan<Integer> start = Chan.make();
                    Thread.startVirtualThread(() -> {
                        Deadlocks.receiveForEver(start);
                        LookStuck.send(ch);
                    });
                    Thread.ofPlatform().start(() -> LookStuck.sendLater(start));
                    ch.receive();
                }),
                new Program("an interrupt that comes from another thread", () -> {
                    Thread main = Thread.currentThread();
                    Thread.ofPlatform().start(() -> {
                        Deadlocks.sleepMillis(LookStuck.QUIET_MILLIS);
                        main.interrupt();
                    });
                    try {
                        Chan.make().receive();
                        throw new AssertionError("nobody sent");
                    } catch (InterruptedException e) {
                        // As it should be.
                    }
                }),
                new Program("goroutines, alarms, and threads of both kinds that start one another", () -> {
                    Chan<Integer> ch = Chan.make(1);
                    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(2 * LookStuck.QUIET_MILLIS);
                    mixedRelay(ch, end, 0);
                    ch.receive();
                }),
                new Program("two threads wait in the library, and a third will act", () -> {
                    Chan<Integer> ch = Chan.make();
                    Chan<Integer> others = Chan.make();
                    Thread.ofPlatform().start(() -> Deadlocks.receiveForEver(others));
                    Thread.ofPlatform().start(() -> {
                        LookStuck.sendLater(others);
                        LookStuck.send(ch);
                    });
                    ch.receive();
                }),
                new Program("a thread that will be unparked by another", () -> {
                    Chan<Integer> ch = Chan.make();
                    Thread parked = Thread.ofPlatform().start(() -> {
                        LockSupport.park();
                        LookStuck.send(ch);
                    });
                    Thread.ofVirtual().start(() -> {
                        Deadlocks.sleepMillis(LookStuck.QUIET_MILLIS);
                        LockSupport.unpark(parked);
                    });
                    ch.receive();
                }),
                new Program("a CompletableFuture that a thread will complete", () -> {
                    Chan<Integer> ch = Chan.make(1);
                    CompletableFuture<Integer> future = new CompletableFuture<>();
                    var _ = future.thenAccept(ch::trySend);
                    Thread.ofPlatform().start(() -> {
                        Deadlocks.sleepMillis(LookStuck.QUIET_MILLIS);
                        future.complete(1);
                    });
                    ch.receive();
                }),
                new Program("a thread group's thread", () -> {
                    Chan<Integer> ch = Chan.make();
                    new Thread(new ThreadGroup("apart"), () -> LookStuck.sendLater(ch)).start();
                    ch.receive();
                }),
                new Program("a thread that has the name of one of the JVM's own", () -> {
                    Chan<Integer> ch = Chan.make();
                    ThreadGroup root = Thread.currentThread().getThreadGroup().getParent();
                    new Thread(root, () -> LookStuck.sendLater(ch), "Signal Dispatcher").start();
                    ch.receive();
                }),
                new Program("a thread that has the name of one of Java2D's", () -> {
                    Chan<Integer> ch = Chan.make();
                    ThreadGroup root = Thread.currentThread().getThreadGroup().getParent();
                    new Thread(root, () -> LookStuck.sendLater(ch), "Java2D Disposer").start();
                    ch.receive();
                }),
                new Program("a virtual thread that has the name of one of the JDK's own", () -> {
                    Chan<Integer> ch = Chan.make();
                    Thread.ofVirtual().name("SubPoller-0").start(() -> LookStuck.sendLater(ch));
                    ch.receive();
                }),
                new Program("structured tasks", () -> {
                    Chan<Integer> ch = Chan.make();
                    try (ExecutorService pool = Executors.newThreadPerTaskExecutor(
                            Thread.ofVirtual().name("task-", 0).factory())) {
                        pool.execute(() -> {
                            try (ExecutorService inner = Executors.newVirtualThreadPerTaskExecutor()) {
                                inner.execute(() -> LookStuck.sendLater(ch));
                            }
                        });
                        ch.receive();
                    }
                }));
    }

    private static void pollForAWhile() {
        try {
            var _ = new LinkedBlockingQueue<Integer>().poll(LookStuck.QUIET_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void mixedRelay(Chan<Integer> ch, long end, int step) {
        if (System.nanoTime() >= end) {
            ch.trySend(1);
            return;
        }
        Runnable next = () -> mixedRelay(ch, end, step + 1);
        switch (step % 4) {
            case 0 -> go(next::run);
            case 1 -> World.REAL.schedule(0, next);
            case 2 -> Thread.ofPlatform().start(next);
            default -> Thread.startVirtualThread(next);
        }
    }
}
