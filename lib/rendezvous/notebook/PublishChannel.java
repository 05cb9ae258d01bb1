package rendezvous.notebook;

import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.dflib.jjava.jupyter.channels.IOPubChannel;
import org.dflib.jjava.jupyter.messages.HMACGenerator;
import org.dflib.jjava.jupyter.messages.Message;
import org.dflib.jjava.shaded.org.zeromq.ZMQ;

/**
 * The socket for output, used by one thread of its own.
 *
 * <p>The socket signals through an NIO channel, and such a channel closes when a thread with its interrupt flag set
 * uses it: one interrupted goroutine that prints would end the kernel. So whoever publishes only queues the message.
 */
final class PublishChannel extends IOPubChannel {
    private static final long LAST_WORDS_MILLIS = 1_000;

    private final BlockingQueue<Optional<Message<?>>> queue = new LinkedBlockingQueue<>();
    private final Thread sender;

    PublishChannel(ZMQ.Context context, HMACGenerator signature) {
        super(context, signature);
        // A full socket would drop messages silently, the "idle" that ends a cell among them.
        setSndHWM(0);
        this.sender = Thread.ofPlatform().name("publisher").daemon().start(this::sendAll);
    }

    @Override
    @SuppressWarnings("UnsynchronizedOverridesSynchronized") // the queue is safe, and waits for no socket
    public void sendMessage(Message<?> message) {
        // Not put, which an interrupt would stop.
        queue.add(Optional.of(message));
    }

    private void sendAll() {
        try {
            for (Optional<Message<?>> next = queue.take(); next.isPresent(); next = queue.take()) {
                super.sendMessage(next.get());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // nobody does; the thread ends
        }
    }

    /** Sends what is queued, within a second, and closes. */
    @Override
    public void close() {
        queue.add(Optional.empty());
        try {
            sender.join(LAST_WORDS_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        super.close();
    }
}
