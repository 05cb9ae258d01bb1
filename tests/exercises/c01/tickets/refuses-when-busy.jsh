// misconception: who finds the door shut goes home
// fails: nobody is refused what was there
class MyTickets implements Tickets {
    private int left;

    MyTickets(int tickets) {
        left = tickets;
    }

    private final ReentrantLock lock = new ReentrantLock();

    public boolean buy(int wanted) {
        if (!lock.tryLock()) {
            return false;
        }
        try {
            if (left < wanted) {
                return false;
            }
            left -= wanted;
            return true;
        } finally {
            lock.unlock();
        }
    }

    public int left() {
        lock.lock();
        try {
            return left;
        } finally {
            lock.unlock();
        }
    }
}
