// misconception: what is put back at once was never gone
// fails: who is refused takes nothing from others
class MyTickets implements Tickets {
    private final AtomicInteger left;

    MyTickets(int tickets) {
        left = new AtomicInteger(tickets);
    }

    public boolean buy(int wanted) {
        if (left.addAndGet(-wanted) >= 0) {
            return true;
        }
        left.addAndGet(wanted);
        return false;
    }

    public int left() {
        return left.get();
    }
}
