// Without a group: the scribe who is the last to end closes.
class MyCopyists implements Copyists {
    public ReceiveChan<String> copy(ReceiveChan<String> pages, int scribes, Hand hand) {
        Chan<String> copies = Chan.make();
        AtomicInteger left = new AtomicInteger(scribes);
        for (int i = 0; i < scribes; i++) {
            go("scribe", () -> {
                for (String page : pages) {
                    copies.send(hand.copy(page));
                }
                if (left.decrementAndGet() == 0) {
                    copies.close();
                }
            });
        }
        return copies;
    }
}
