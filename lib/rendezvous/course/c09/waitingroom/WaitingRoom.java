package rendezvous.course.c09.waitingroom;

import rendezvous.chan.ReceiveChan;
import rendezvous.chan.SendChan;

/** A room with a door and an exit, in which any number of patients can wait. */
public interface WaitingRoom {
    /**
     * Receives every patient from {@code door} at once, whether somebody takes one from {@code exit} or not, and sends them
     * on {@code exit} in the order in which they came. When {@code door} is closed, those who are inside still leave, as
     * somebody takes them; then it closes {@code exit} and returns.
     *
     * <p>It starts no goroutine: all is done in the one that calls.
     *
     * @param door where patients come from; a name may be any text, also an empty one
     * @param exit nobody else sends there
     * @throws InterruptedException if interrupted while waiting
     */
    void run(ReceiveChan<String> door, SendChan<String> exit) throws InterruptedException;
}
