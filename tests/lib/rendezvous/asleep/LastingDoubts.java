package rendezvous.asleep;

import static rendezvous.chan.Go.go;

import java.io.IOException;
import java.lang.ref.Cleaner;
import java.lang.reflect.Proxy;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import rendezvous.chan.Chan;
import rendezvous.runtime.Goroutine;

/** Programs that look stuck, and after which there is doubt for a long time, or for ever: each wants a JVM of its own. */
final class LastingDoubts {
    private LastingDoubts() {}

    static List<Program> all() {
        return List.of(
                new Program("a goroutine that waits for a connection", () -> {
                    Chan<Integer> ch = Chan.make();
                    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                        server.setSoTimeout((int) LookStuck.QUIET_MILLIS);
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
                    CompletableFuture.delayedExecutor(LookStuck.QUIET_MILLIS, TimeUnit.MILLISECONDS)
                            .execute(() -> LookStuck.send(ch));
                    ch.receive();
                }),
                new Program("a CompletableFuture that times out", () -> {
                    Chan<Integer> ch = Chan.make(1);
                    var _ = new CompletableFuture<Integer>()
                            .completeOnTimeout(1, LookStuck.QUIET_MILLIS, TimeUnit.MILLISECONDS)
                            .thenAccept(ch::trySend);
                    ch.receive();
                }),
                new Program("a task of the common pool", () -> {
                    Chan<Integer> ch = Chan.make();
                    ForkJoinPool.commonPool().execute(() -> LookStuck.sendLater(ch));
                    ch.receive();
                }),
                new Program("a cleaner's action", () -> {
                    Chan<Integer> ch = Chan.make();
                    Cleaner.create().register(new Object(), () -> LookStuck.sendLater(ch));
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
                    onTerminate(() -> LookStuck.send(ch));
                    System.out.println("signal me");
                    ch.receive();
                }),
                new Program("a shutdown hook", () -> {
                    Chan<Integer> ch = Chan.make();
                    Thread main = Thread.currentThread();
                    Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                        LookStuck.send(ch);
                        joinFor(main);
                    }));
                    System.out.println("signal me");
                    ch.receive();
                }),
                new Program("a parallel stream", () -> {
                    Chan<Integer> ch = Chan.make();
                    Goroutine adder = go(() -> IntStream.range(0, 8).parallel().forEach(i -> {
                        Deadlocks.sleepMillis(LookStuck.QUIET_MILLIS / 4);
                        if (i == 7) {
                            LookStuck.send(ch);
                        }
                    }));
                    ch.receive();
                    adder.await();
                }),
                new Program("a thread that reads what somebody may type", () -> {
                    Chan<Integer> ch = Chan.make();
                    Thread.ofPlatform().daemon().start(() -> {
                        try {
                            int read = System.in.read();
                            if (read == 'y') {
                                LookStuck.send(ch);
                            }
                        } catch (IOException e) {
                            // Then nobody sends.
                        }
                    });
                    System.out.println("type");
                    ch.receive();
                }),
                new Program("a goroutine that reads what somebody may type", () -> {
                    Chan<Integer> ch = Chan.make();
                    go(() -> ch.send(System.in.read()));
                    System.out.println("type");
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
}
