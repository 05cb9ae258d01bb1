// misconception: a goroutine that waits for me costs nothing
// fails: post never waits
class MyMailbox implements Mailbox {
    private final Chan<String> letters = Chan.make(2);
    private final AtomicInteger lost = new AtomicInteger();

    public boolean post(String letter) {
        go(() -> letters.send(letter));
        return true;
    }

    public String collect() throws InterruptedException {
        return letters.receive();
    }

    public int lost() {
        return lost.get();
    }
}
