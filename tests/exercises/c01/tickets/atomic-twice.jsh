// misconception: two atomic steps are one
// fails: never more than there were
class MyTickets implements Tickets {
    private final AtomicInteger left;

    MyTickets(int tickets) {
        left = new AtomicInteger(tickets);
    }

    public boolean buy(int wanted) {
        if (left.get() < wanted) {
            return false;
        }
        left.addAndGet(-wanted);
        return true;
    }

    public int left() {
        return left.get();
    }
}
