// misconception: only writing has to be guarded
// fails: never more than there were
class MyTickets implements Tickets {
    private int left;

    MyTickets(int tickets) {
        left = tickets;
    }

    public boolean buy(int wanted) {
        if (left() < wanted) {
            return false;
        }
        synchronized (this) {
            left -= wanted;
        }
        return true;
    }

    public synchronized int left() {
        return left;
    }
}
