// misconception: an empty channel gives nothing
// fails: collect waits for a letter
class MyMailbox implements Mailbox {
    private final Chan<String> letters = Chan.make(2);
    private final AtomicInteger lost = new AtomicInteger();

    public boolean post(String letter) {
        boolean posted = letters.trySend(letter);
        if (!posted) {
            lost.incrementAndGet();
        }
        return posted;
    }

    public String collect() throws InterruptedException {
        return letters.tryReceive().map(one -> one.value()).orElse("");
    }

    public int lost() {
        return lost.get();
    }
}
