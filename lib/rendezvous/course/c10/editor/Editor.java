package rendezvous.course.c10.editor;

import java.time.Duration;
import rendezvous.chan.ReceiveChan;
import rendezvous.chan.SendChan;

/** Saves a text while it is being written, but not at every stroke. */
public interface Editor {
    /**
     * Receives the text after each change, and sends it on {@code saved} when it has not changed for a while: the latest text,
     * once. When {@code texts} is closed, what has not been saved yet is saved at once; then {@code saved} is closed, and this
     * returns.
     *
     * <p>If a change comes at the very moment when the rest is over, either may come first. Whoever receives from {@code saved}
     * takes at once. No goroutine is left.
     *
     * @param texts the text after each change
     * @param saved where to send what is to be kept
     * @param rest how long there must be no change
     * @throws InterruptedException if interrupted while waiting
     */
    void run(ReceiveChan<String> texts, SendChan<String> saved, Duration rest) throws InterruptedException;
}
