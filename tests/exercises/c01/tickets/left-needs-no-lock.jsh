// misconception: only writing has to be guarded
// fails: left may be asked at any time
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

    public int left() {
        return left;
    }
}
