package rendezvous.notebook;

import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import org.dflib.jjava.jupyter.channels.JupyterConnection;
import org.dflib.jjava.jupyter.channels.ShellChannel;
import org.dflib.jjava.jupyter.kernel.KernelConnectionProperties;
import org.dflib.jjava.jupyter.messages.HMACGenerator;
import org.dflib.jjava.jupyter.messages.Message;
import org.dflib.jjava.jupyter.messages.publish.PublishStatus;
import org.dflib.jjava.shaded.org.zeromq.ZMQ;

/**
 * JJava's connection with a shell channel that looks for requests more often.
 *
 * <p>JJava's own sleeps 50 ms after each request, which costs a notebook of 60 cells three seconds, run headless.
 */
final class KernelConnection extends JupyterConnection implements AutoCloseable {
    private static final long SLEEP_MILLIS = 4;

    private final KernelConnectionProperties properties;
    private final ZMQ.Context context;
    private final ShellChannel quickShell;
    private final ShellChannel quickControl;

    KernelConnection(KernelConnectionProperties properties) throws NoSuchAlgorithmException, InvalidKeyException {
        super(properties);
        this.properties = properties;
        this.context = ZMQ.context(1);
        HMACGenerator signature = properties.createHMACGenerator();
        this.quickShell = new ShellChannel(context, signature, false, this, SLEEP_MILLIS);
        this.quickControl = new ShellChannel(context, signature, true, this, SLEEP_MILLIS);
        // A full queue would drop messages silently, the "idle" that ends a cell among them.
        iopub.setSndHWM(0);
    }

    /** Binds the sockets. The other end may talk from here on, so every handler must be set. */
    @Override
    public void connect() {
        heartbeat.bind(properties);
        iopub.bind(properties);
        stdin.bind(properties);
        quickControl.bind(properties);
        quickShell.bind(properties);
        iopub.sendMessage(new Message<>(null, PublishStatus.MESSAGE_TYPE, PublishStatus.STARTING));
    }

    @Override
    public void waitUntilClose() {
        quickShell.waitUntilClose();
    }

    @Override
    public void close() {
        quickShell.close();
        quickControl.close();
        context.close();
        super.close();
    }
}
