// misconception: what I have just seen is still so
// fails: never more than there were
class MyTickets implements Tickets {
    private int left;

    MyTickets(int tickets) {
        left = tickets;
    }

    public boolean buy(int wanted) {
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
