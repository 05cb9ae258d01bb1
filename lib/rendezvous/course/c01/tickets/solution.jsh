class MyTickets implements Tickets {
    private int left;

    MyTickets(int tickets) {
        left = tickets;
    }

    public synchronized boolean buy(int wanted) {
        if (left < wanted) {
            return false;
        }
        left -= wanted;
        return true;
    }

    public synchronized int left() {
        return left;
    }
}
