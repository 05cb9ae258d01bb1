// misconception: what is thrown away does not matter
// fails: post never waits, whoever posts beside it
class MyMailbox implements Mailbox {
    private final Chan<String> letters = Chan.make(2);
    private final AtomicInteger lost = new AtomicInteger();

    public boolean post(String letter) {
        return letters.trySend(letter);
    }

    public String collect() throws InterruptedException {
        return letters.receive();
    }

    public int lost() {
        return lost.get();
    }
}
