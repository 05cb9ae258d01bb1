// misconception: a full box makes room by itself
// fails: post never waits
class MyMailbox implements Mailbox {
    private final Chan<String> letters = Chan.make(2);
    private final AtomicInteger lost = new AtomicInteger();

    public boolean post(String letter) {
        while (!letters.trySend(letter)) {
            if (letters.tryReceive().isPresent()) {
                lost.incrementAndGet();
            }
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
