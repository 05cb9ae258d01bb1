// misconception: a buffer never makes a sender wait
// fails: post never waits
class MyMailbox implements Mailbox {
    private final Chan<String> letters = Chan.make(2);
    private final AtomicInteger lost = new AtomicInteger();

    public boolean post(String letter) {
        try {
            letters.send(letter);
        } catch (InterruptedException e) {
            return false;
        }
        return true;
    }

    public String collect() throws InterruptedException {
        return letters.receive();
    }

    public int lost() {
        return lost.get();
    }
}
