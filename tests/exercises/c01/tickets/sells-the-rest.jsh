// misconception: some tickets are better than none
// fails: sells what is there, and no more
class MyTickets implements Tickets {
    private int left;

    MyTickets(int tickets) {
        left = tickets;
    }

    public synchronized boolean buy(int wanted) {
        int sold = Math.min(left, wanted);
        left -= sold;
        return sold > 0;
    }

    public synchronized int left() {
        return left;
    }
}
