package rendezvous.notebook;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.dflib.jjava.jupyter.kernel.KernelConnectionProperties;
import org.dflib.jjava.shaded.org.zeromq.ZMQ;
import org.dflib.jjava.shaded.org.zeromq.ZMQException;
import org.jspecify.annotations.Nullable;

/**
 * The program that Jupyter starts: {@code java … rendezvous.notebook.Kernel CONNECTION_FILE}.
 *
 * <p>Everything on the application's class path is there for the cells: the library, XChart and JUnit.
 */
public final class Kernel {
    private static final int BAD_USE = 2;
    private static final int PORT_TAKEN = 3;

    private Kernel() {}

    /** Starts the kernel on the sockets that the connection file names, and returns only by ending the process. */
    public static void main(String[] args) throws Exception {
        if (args.length != 1 || !Files.isRegularFile(Path.of(args[0]))) {
            System.err.println("The kernel wants one argument, the connection file that Jupyter writes; got "
                    + String.join(" ", args)
                    + ". Start it from Jupyter: ./course lab.");
            System.exit(BAD_USE);
        }
        PrintStream processErr = System.err;
        // JJava logs each start and stop of its loops; only what is wrong belongs in the server's log.
        Logger.getLogger("").setLevel(Level.WARNING);
        endWithParent(System.getenv("JPY_PARENT_PID"));

        // The first compilation is most of the start, so it runs beside the sockets' start.
        CompletableFuture<NotebookKernel> building = CompletableFuture.supplyAsync(
                Kernel::build, Thread.ofPlatform().name("kernel-start").daemon()::start);
        try {
            KernelConnection connection = new KernelConnection(readConnection(Path.of(args[0])));
            building.join().becomeHandlerForConnection(connection);
            connection.connect();
            connection.waitUntilClose();
        } catch (Throwable failed) { // uncaught it would be told to a cell, and the sockets' threads live on
            if (failed instanceof ZMQException socket && socket.getErrorCode() == ZMQ.Error.EADDRINUSE.getCode()) {
                // Jupyter chooses ports that are free; they may be so no longer.
                processErr.println(
                        "Another program has taken a port that Jupyter chose for the Java kernel. Start it again.");
                Runtime.getRuntime().halt(PORT_TAKEN);
            }
            processErr.println("The Java kernel could not start. Run ./course doctor; the cause follows.");
            failed.printStackTrace(processErr);
            Runtime.getRuntime().halt(1);
        }
        // A learner's thread may still spin: the process ends all the same, and leaves no orphan.
        Runtime.getRuntime().halt(0);
    }

    private static NotebookKernel build() {
        NotebookKernel kernel = NotebookKernel.create(Settings.of(System.getenv()));
        kernel.onStartup();
        return kernel;
    }

    private static KernelConnectionProperties readConnection(Path file) throws IOException {
        return KernelConnectionProperties.parse(Files.readString(file));
    }

    /**
     * Ends this process with the one that started it: a server or runner that was killed leaves no JVM behind.
     *
     * <p>It asks every second who its parent is; to wait for the parent's own end would not do, since that goes on as a
     * zombie where nobody collects it.
     */
    private static void endWithParent(@Nullable String pid) {
        if (pid == null || !pid.matches("\\d{1,18}") || parent() != Long.parseLong(pid)) {
            return; // Windows gives a handle here, and an independent kernel nothing.
        }
        Thread.ofPlatform().name("parent-watch").daemon().start(() -> {
            long first = parent();
            while (parent() == first) {
                LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(1));
            }
            Runtime.getRuntime().halt(0);
        });
    }

    private static long parent() {
        return ProcessHandle.current().parent().map(ProcessHandle::pid).orElse(-1L);
    }
}
