package rendezvous.course.c05.kitchen;

import rendezvous.chan.Chan;
import rendezvous.chan.Signal;

/** A kitchen with one cook, who works while the guests do other things. */
public interface Kitchen {
    /**
     * Starts a cook and returns at once, before anybody has ordered.
     *
     * <p>The cook works in a goroutine of its own. It takes {@code n} orders, one at a time: it receives an order,
     * cooks, sends the dish, which is {@code "hot "} followed by the order, to the counter, and receives the next order
     * only when that dish has been taken. When the last dish has been taken, or at once if {@code n} is 0, it sends one
     * signal on the channel that {@code open} returned, and its goroutine ends.
     *
     * <p>All three channels are meeting points: unbuffered. {@code open} may be called again while a cook still works;
     * each call has a cook and a done channel of its own.
     *
     * @param n how many orders; 0 or more
     * @param orders where the guests send their orders
     * @param counter where the guests receive their dishes
     * @return where the cook signals that it is done
     * @throws InterruptedException if interrupted while waiting; one that waits for nobody need not declare it
     */
    Chan<Signal> open(int n, Chan<String> orders, Chan<String> counter) throws InterruptedException;
}
