package rendezvous.course.c09.ticketmachine;

import rendezvous.chan.ReceiveChan;
import rendezvous.chan.SendChan;
import rendezvous.chan.Signal;

/** Hands out tickets until it is evening. */
public interface TicketMachine {
    /**
     * Sends the numbers 1, 2, 3 and so on, one after the other, until {@code evening} is closed. Then it closes
     * {@code tickets} and returns, at once, whether anybody takes a ticket or not. A ticket that nobody took is not handed
     * out. If somebody takes a ticket at the moment when it gets evening, either may come first.
     *
     * <p>When it has returned no goroutine is left.
     *
     * @param tickets unbuffered; nobody else sends there
     * @param evening is closed when it is evening; nobody ever sends there
     * @return how many tickets were taken
     * @throws InterruptedException if interrupted while waiting
     */
    int run(SendChan<Integer> tickets, ReceiveChan<Signal> evening) throws InterruptedException;
}
