package rendezvous.course.c01.tickets;

/** A box office with a number of tickets. Many threads may use it at the same time. */
public interface Tickets {
    /**
     * Sells so many tickets if there are enough, else none. Nobody is refused what was there, and never are more sold than there were.
     * It waits for others at most as long as they need to look and to sell.
     *
     * @param wanted how many; 1 or more
     * @return whether they were sold
     */
    boolean buy(int wanted);

    /** Returns how many tickets there are. */
    int left();
}
