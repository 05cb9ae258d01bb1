// misconception: any lock keeps others out
// fails: never more than there were
class MyTickets implements Tickets {
    private int left;

    MyTickets(int tickets) {
        left = tickets;
    }

    public boolean buy(int wanted) {
        synchronized (new Object()) {
            if (left < wanted) {
                return false;
            }
            left -= wanted;
            return true;
        }
    }

    public synchronized int left() {
        return left;
    }
}
