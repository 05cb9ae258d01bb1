// misconception: a box is a pile: what was put in last lies on top
// fails: letters come out as they went in
class MyMailbox implements Mailbox {
    private final Deque<String> pile = new ArrayDeque<>();
    private final Mutex mutex = new Mutex();
    private final Chan<Signal> letters = Chan.make(2);
    private int lost;

    public boolean post(String letter) {
        try {
            mutex.lock();
        } catch (InterruptedException e) {
            return false;
        }
        boolean room = letters.trySend(SIGNAL);
        if (room) {
            pile.push(letter);
        } else {
            lost++;
        }
        mutex.unlock();
        return room;
    }

    public String collect() throws InterruptedException {
        letters.receive();
        mutex.lock();
        String letter = pile.pop();
        mutex.unlock();
        return letter;
    }

    public int lost() {
        return lost;
    }
}
