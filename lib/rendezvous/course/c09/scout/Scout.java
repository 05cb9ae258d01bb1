package rendezvous.course.c09.scout;

import java.util.List;
import java.util.Optional;
import rendezvous.chan.ReceiveChan;
import rendezvous.chan.Signal;

/** Asks several mirrors for the same thing and takes the first answer. */
public interface Scout {
    /**
     * Asks all mirrors at the same time and returns the first answer that comes.
     *
     * <p>Each mirror is asked once, in a goroutine of its own. If {@code quit} is closed before an answer has come,
     * {@code first} returns empty at once; if both happen at the same moment, either is right. A goroutine whose mirror
     * answers later ends as soon as it has its answer, which nobody wants any more: nothing is left behind.
     *
     * @param mirrors whom to ask; one or more
     * @param quit is closed when nobody wants an answer any more
     * @return the first answer; empty if {@code quit} was closed
     * @throws InterruptedException if interrupted while waiting
     */
    Optional<String> first(List<Mirror> mirrors, ReceiveChan<Signal> quit) throws InterruptedException;

    /** Somebody to ask. */
    interface Mirror {
        /**
         * Answers, which takes a while.
         *
         * @throws InterruptedException if interrupted meanwhile
         */
        String ask() throws InterruptedException;
    }
}
