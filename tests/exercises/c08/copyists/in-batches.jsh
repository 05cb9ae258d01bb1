// misconception: all must be through before the next pages are begun
// fails: a free scribe takes the next page
class MyCopyists implements Copyists {
    public ReceiveChan<String> copy(ReceiveChan<String> pages, int scribes, Hand hand) {
        Chan<String> copies = Chan.make();
        go("head", () -> {
            boolean more = true;
            while (more) {
                WaitGroup batch = new WaitGroup();
                for (int i = 0; i < scribes && more; i++) {
                    Received<String> next = pages.receiveOk();
                    more = next.ok();
                    if (more) {
                        batch.go(() -> copies.send(hand.copy(next.value())));
                    }
                }
                batch.await();
            }
            copies.close();
        });
        return copies;
    }
}
