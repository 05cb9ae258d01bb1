package rendezvous.asleep;

import static rendezvous.chan.Go.go;
import static rendezvous.chan.Select.after;
import static rendezvous.chan.Select.onReceive;
import static rendezvous.chan.Select.select;

import java.lang.ref.Cleaner;
import java.lang.reflect.Proxy;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.channels.Pipe;
import java.time.Duration;
import java.util.List;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Phaser;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import rendezvous.chan.Chan;
import rendezvous.chan.Go;
import rendezvous.runtime.DeadlockError;
import rendezvous.runtime.Goroutine;
import rendezvous.runtime.PanicException;
import rendezvous.runtime.World;

/**
 * Programs that look stuck: for some hundreds of milliseconds main waits, and whoever will wake it does nothing yet.
 */
final class LookStuck {
    /** How long nothing happens: the check looks several times. */
    private static final long QUIET_MILLIS = 300;

    private LookStuck() {}

    /** Programs that leave nothing behind: afterwards a deadlock would be reported again. */
    @SuppressWarnings("LockNotBeforeTry") // a lock that is not given back would show
    static List<Program> all() {
        return List.of(
                new Program("a thread that has not touched the channel yet", () -> {
                    Chan<Integer> ch = Chan.make();
                    Thread.ofPlatform().start(() -> sendLater(ch));
                    ch.receive();
                }),
                new Program("a daemon thread", () -> {
                    Chan<Integer> ch = Chan.make();
                    Thread.ofPlatform().daemon().start(() -> sendLater(ch));
                    ch.receive();
                }),
                new Program("a thread of an executor", () -> {
                    Chan<Integer> ch = Chan.make();
                    try (ExecutorService pool = Executors.newFixedThreadPool(2)) {
                        pool.execute(() -> sendLater(ch));
                        ch.receive();
                    }
                }),
                new Program("a scheduled executor", () -> {
                    Chan<Integer> ch = Chan.make();
                    try (var pool = Executors.newScheduledThreadPool(1)) {
                        var task = pool.schedule(() -> send(ch), QUIET_MILLIS, TimeUnit.MILLISECONDS);
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
                                    send(ch);
                                }
                            },
                            QUIET_MILLIS);
                    ch.receive();
                    timer.cancel();
                }),
                new Program("a task of a virtual-thread executor", () -> {
                    Chan<Integer> ch = Chan.make();
                    try (ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
                        pool.execute(() -> sendLater(ch));
                        ch.receive();
                    }
                }),
                new Program("a virtual thread that is no goroutine", () -> {
                    Chan<Integer> ch = Chan.make();
                    Thread.startVirtualThread(() -> sendLater(ch));
                    ch.receive();
                }),
                new Program("a virtual thread beside goroutines that all wait", () -> {
                    Chan<Integer> ch = Chan.make();
                    Chan<Integer> end = Chan.make();
                    for (int i = 0; i < 5; i++) {
                        go(() -> end.receiveOk());
                    }
                    Thread.startVirtualThread(() -> sendLater(ch));
                    ch.receive();
                    end.close();
                }),
                new Program("a virtual thread that waits for a queue of the JDK, for a time", () -> {
                    Chan<Integer> ch = Chan.make();
                    Thread.startVirtualThread(() -> {
                        pollForAWhile();
                        send(ch);
                    });
                    ch.receive();
                }),
                new Program("a virtual thread that waits itself in the library, for a thread's signal", () -> {
                    Chan<Integer> ch = Chan.make();
                    Chan<Integer> start = Chan.make();
                    Thread.startVirtualThread(() -> {
                        Deadlocks.receiveForEver(start);
                        send(ch);
                    });
                    Thread.ofPlatform().start(() -> sendLater(start));
                    ch.receive();
                }),
                new Program("a goroutine that sleeps", () -> {
                    Chan<Integer> ch = Chan.make();
                    go(() -> {
                        Go.sleep(Duration.ofMillis(QUIET_MILLIS));
                        ch.send(1);
                    });
                    ch.receive();
                }),
                new Program("a goroutine in Thread.sleep", () -> {
                    Chan<Integer> ch = Chan.make();
                    go(() -> sendLater(ch));
                    ch.receive();
                }),
                new Program("a goroutine that parks for a time", () -> {
                    Chan<Integer> ch = Chan.make();
                    go(() -> {
                        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(QUIET_MILLIS);
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
                        var _ = lock.tryLock(QUIET_MILLIS, TimeUnit.MILLISECONDS);
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
                        compute();
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
                        compute();
                        ch.send(1);
                    });
                    ch.receive();
                }),
                new Program("a goroutine that waits for a monitor's notify, for a time", () -> {
                    Chan<Integer> ch = Chan.make();
                    Object monitor = new Object();
                    go(() -> {
                        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(QUIET_MILLIS);
                        synchronized (monitor) {
                            while (System.nanoTime() < end) {
                                monitor.wait(QUIET_MILLIS);
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
                        Go.sleep(Duration.ofMillis(QUIET_MILLIS));
                        pipe.sink().close();
                    });
                    go(() -> ch.send(pipe.source().read(ByteBuffer.allocate(1))));
                    ch.receive();
                    pipe.source().close();
                }),
                new Program("a goroutine that waits in a select with a time limit", () -> {
                    Chan<Integer> ch = Chan.make();
                    Chan<Integer> never = Chan.make();
                    go(() -> {
                        select(onReceive(never, _ -> {}), after(Duration.ofMillis(QUIET_MILLIS), () -> {}));
                        ch.send(1);
                    });
                    ch.receive();
                }),
                new Program("main itself waits in a select with a time limit", () -> {
                    Chan<Integer> never = Chan.make();
                    select(onReceive(never, _ -> {}), after(Duration.ofMillis(QUIET_MILLIS), () -> {}));
                }),
                new Program("the code of a select's case sleeps", () -> {
                    Chan<Integer> ch = Chan.make();
                    Chan<Integer> ready = Chan.make(1);
                    ready.send(1);
                    go(() -> {
                        select(onReceive(ready, _ -> Go.sleep(Duration.ofMillis(QUIET_MILLIS))));
                        ch.send(1);
                    });
                    ch.receive();
                }),
                new Program("an alarm that is set", () -> {
                    Chan<Integer> ch = Chan.make(1);
                    World.REAL.schedule(TimeUnit.MILLISECONDS.toNanos(QUIET_MILLIS), () -> ch.trySend(1));
                    ch.receive();
                }),
                new Program("an alarm that sets the next, again and again", () -> {
                    Chan<Integer> ch = Chan.make(1);
                    chainAlarms(ch, System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(2 * QUIET_MILLIS));
                    ch.receive();
                }),
                new Program("an interrupt that comes from another thread", () -> {
                    Thread main = Thread.currentThread();
                    Thread.ofPlatform().start(() -> {
                        Deadlocks.sleepMillis(QUIET_MILLIS);
                        main.interrupt();
                    });
                    try {
                        Chan.make().receive();
                        throw new AssertionError("nobody sent");
                    } catch (InterruptedException e) {
                        // As it should be.
                    }
                }),
                new Program("goroutines that start one another", () -> {
                    Chan<Integer> ch = Chan.make();
                    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(2 * QUIET_MILLIS);
                    go(() -> relay(ch, end));
                    ch.receive();
                }),
                new Program("goroutines, alarms, and threads of both kinds that start one another", () -> {
                    Chan<Integer> ch = Chan.make(1);
                    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(2 * QUIET_MILLIS);
                    mixedRelay(ch, end, 0);
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
                        Go.sleep(Duration.ofMillis(QUIET_MILLIS));
                        over.set(true);
                    });
                    ch.receive();
                }),
                new Program("two threads wait in the library, and a third will act", () -> {
                    Chan<Integer> ch = Chan.make();
                    Chan<Integer> others = Chan.make();
                    Thread.ofPlatform().start(() -> Deadlocks.receiveForEver(others));
                    Thread.ofPlatform().start(() -> {
                        sendLater(others);
                        send(ch);
                    });
                    ch.receive();
                }),
                new Program("the end of a goroutine whose panic is being told", () -> {
                    Goroutine chef = go(() -> {
                        Thread.currentThread()
                                .setUncaughtExceptionHandler((_, _) -> Deadlocks.sleepMillis(QUIET_MILLIS));
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
                        Deadlocks.sleepMillis(QUIET_MILLIS);
                        phaser.arrive();
                    });
                    go(() -> {
                        phaser.arriveAndAwaitAdvance();
                        ch.send(1);
                    });
                    ch.receive();
                }));
    }

    /** Programs after which there is doubt for a long time, or for ever: each wants a JVM of its own. */
    static List<Program> lasting() {
        return List.of(
                new Program("a goroutine that waits for a connection", () -> {
                    Chan<Integer> ch = Chan.make();
                    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                        server.setSoTimeout((int) QUIET_MILLIS);
                        go(() -> {
                            try {
                                server.accept();
                            } catch (SocketTimeoutException e) {
                                ch.send(1);
                            }
                        });
                        ch.receive();
                    }
                }),
                new Program("a delayed executor of a CompletableFuture", () -> {
                    Chan<Integer> ch = Chan.make();
                    CompletableFuture.delayedExecutor(QUIET_MILLIS, TimeUnit.MILLISECONDS)
                            .execute(() -> send(ch));
                    ch.receive();
                }),
                new Program("a CompletableFuture that times out", () -> {
                    Chan<Integer> ch = Chan.make(1);
                    var _ = new CompletableFuture<Integer>()
                            .completeOnTimeout(1, QUIET_MILLIS, TimeUnit.MILLISECONDS)
                            .thenAccept(ch::trySend);
                    ch.receive();
                }),
                new Program("a task of the common pool", () -> {
                    Chan<Integer> ch = Chan.make();
                    ForkJoinPool.commonPool().execute(() -> sendLater(ch));
                    ch.receive();
                }),
                new Program("a cleaner's action", () -> {
                    Chan<Integer> ch = Chan.make();
                    Cleaner.create().register(new Object(), () -> sendLater(ch));
                    System.gc();
                    ch.receive();
                }),
                new Program("the end of another process", () -> {
                    Chan<Integer> ch = Chan.make(1);
                    Process other = new ProcessBuilder(
                                    ProcessHandle.current().info().command().orElseThrow(), "-version")
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start();
                    var _ = other.onExit().thenRun(() -> ch.trySend(1));
                    ch.receive();
                }),
                new Program("a signal handler", () -> {
                    Chan<Integer> ch = Chan.make();
                    onTerminate(() -> send(ch));
                    System.out.println("signal me");
                    ch.receive();
                }),
                new Program("a shutdown hook", () -> {
                    Chan<Integer> ch = Chan.make();
                    Thread main = Thread.currentThread();
                    Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                        send(ch);
                        joinFor(main);
                    }));
                    System.out.println("signal me");
                    ch.receive();
                }));
    }

    /** Handles the signal that asks to end; by reflection, since javac warns of the class and cannot be told not to. */
    private static void onTerminate(Runnable code) throws ReflectiveOperationException {
        Class<?> signal = Class.forName("sun.misc.Signal");
        Class<?> handler = Class.forName("sun.misc.SignalHandler");
        Object mine = Proxy.newProxyInstance(LookStuck.class.getClassLoader(), new Class<?>[] {handler}, (_, _, _) -> {
            code.run();
            return null;
        });
        signal.getMethod("handle", signal, handler)
                .invoke(null, signal.getConstructor(String.class).newInstance("TERM"), mine);
    }

    private static void joinFor(Thread thread) {
        try {
            thread.join(10_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void send(Chan<Integer> ch) {
        try {
            ch.send(1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void sendLater(Chan<Integer> ch) {
        Deadlocks.sleepMillis(QUIET_MILLIS);
        send(ch);
    }

    private static void pollForAWhile() {
        try {
            var _ = new LinkedBlockingQueue<Integer>().poll(QUIET_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void compute() {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(QUIET_MILLIS);
        while (System.nanoTime() < end) {
            Thread.onSpinWait();
        }
    }

    private static void chainAlarms(Chan<Integer> ch, long end) {
        World.REAL.schedule(100_000, () -> {
            if (System.nanoTime() < end) {
                chainAlarms(ch, end);
            } else {
                ch.trySend(1);
            }
        });
    }

    private static void relay(Chan<Integer> ch, long end) throws InterruptedException {
        if (System.nanoTime() < end) {
            go(() -> relay(ch, end));
        } else {
            ch.send(1);
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

    /** Runs all programs, each with a real deadlock after it, or the lasting one that is named, after a real deadlock. */
    public static void main(String[] args) {
        if (args.length == 0) {
            for (Program program : all()) {
                run(program);
                System.out.println("control " + controlled());
            }
            return;
        }
        System.out.println(args.length == 1 ? "control " + controlled() : "no control");
        lasting().stream().filter(program -> program.name().equals(args[0])).forEach(LookStuck::run);
    }

    private static void run(Program program) {
        System.out.println("program " + program);
        try {
            program.body().run();
            System.out.println("completed");
        } catch (Throwable e) {
            System.out.println("ended with " + e);
        }
    }

    /** Returns whether a deadlock is reported now, so that it means something if none was before. */
    private static boolean controlled() {
        try {
            Chan.make().receive();
            return false;
        } catch (DeadlockError e) {
            return true;
        } catch (InterruptedException e) {
            return false;
        }
    }
}
