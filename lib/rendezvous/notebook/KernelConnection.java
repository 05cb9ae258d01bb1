package rendezvous.notebook;

import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.dflib.jjava.jupyter.channels.IOPubChannel;
import org.dflib.jjava.jupyter.channels.JupyterConnection;
import org.dflib.jjava.jupyter.channels.ShellChannel;
import org.dflib.jjava.jupyter.channels.ShellReplyEnvironment;
import org.dflib.jjava.jupyter.kernel.KernelConnectionProperties;
import org.dflib.jjava.jupyter.messages.HMACGenerator;
import org.dflib.jjava.jupyter.messages.Message;
import org.dflib.jjava.jupyter.messages.MessageContext;
import org.dflib.jjava.jupyter.messages.publish.PublishStatus;
import org.dflib.jjava.shaded.org.zeromq.ZMQ;

/**
 * JJava's connection with three sockets of our own: requests are seen sooner, and output is safe from interrupts.
 *
 * <p>JJava's shell channel sleeps 50 ms after each request, which costs a notebook of 60 cells three seconds, run
 * headless.
 */
final class KernelConnection extends JupyterConnection {
    private static final long SLEEP_MILLIS = 4;

    private final KernelConnectionProperties properties;
    private final ZMQ.Context context;
    private final ShellChannel requests;
    private final ShellChannel commands;
    private final PublishChannel output;
    private final AtomicBoolean closing = new AtomicBoolean();
    private final CountDownLatch closed = new CountDownLatch(1);

    KernelConnection(KernelConnectionProperties properties) throws NoSuchAlgorithmException, InvalidKeyException {
        super(properties);
        this.properties = properties;
        this.context = ZMQ.context(1);
        HMACGenerator signature = properties.createHMACGenerator();
        this.requests = new ShellChannel(context, signature, false, this, SLEEP_MILLIS);
        this.commands = new ShellChannel(context, signature, true, this, SLEEP_MILLIS);
        this.output = new PublishChannel(context, signature);
    }

    @Override
    public IOPubChannel getIOPub() {
        return output;
    }

    @Override
    public ShellReplyEnvironment prepareReplyEnv(ShellChannel shell, MessageContext request) {
        return new Environment(shell, request);
    }

    /** Binds the sockets. The other end may talk from here on, so every handler must be set. */
    @Override
    public void connect() {
        heartbeat.bind(properties);
        output.bind(properties);
        stdin.bind(properties);
        commands.bind(properties);
        requests.bind(properties);
        output.sendMessage(new Message<>(null, PublishStatus.MESSAGE_TYPE, PublishStatus.STARTING));
    }

    /** Waits until the connection is closed and the last messages are sent. */
    @Override
    public void waitUntilClose() {
        try {
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Closes all sockets once what is queued has been sent. The channel that got the shutdown request calls this. */
    @Override
    public void close() {
        if (closing.getAndSet(true)) {
            return;
        }
        output.close();
        requests.close();
        commands.close();
        context.close();
        super.close();
        closed.countDown();
    }

    private final class Environment extends ShellReplyEnvironment {
        Environment(ShellChannel shell, MessageContext request) {
            super(shell, stdin, output, request);
        }
    }
}
