// Without a lock: look, and sell only if nobody came between; else look again.
class MyTickets implements Tickets {
    private final AtomicInteger left;

    MyTickets(int tickets) {
        left = new AtomicInteger(tickets);
    }

    public boolean buy(int wanted) {
        while (true) {
            int seen = left.get();
            if (seen < wanted) {
                return false;
            }
            if (left.compareAndSet(seen, seen - wanted)) {
                return true;
            }
        }
    }

    public int left() {
        return left.get();
    }
}
