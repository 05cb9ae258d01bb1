// misconception: adding one is one step
// fails: every letter is collected or counted
class MyMailbox implements Mailbox {
    private final Chan<String> letters = Chan.make(2);
    private int lost;

    public boolean post(String letter) {
        boolean posted = letters.trySend(letter);
        if (!posted) {
            lost++;
        }
        return posted;
    }

    public String collect() throws InterruptedException {
        return letters.receive();
    }

    public int lost() {
        return lost;
    }
}
