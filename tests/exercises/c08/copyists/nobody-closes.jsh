// misconception: a channel ends when all who send have ended
// fails: every page is copied once, and then the end
class MyCopyists implements Copyists {
    public ReceiveChan<String> copy(ReceiveChan<String> pages, int scribes, Hand hand) {
        Chan<String> copies = Chan.make();
        for (int i = 0; i < scribes; i++) {
            go("scribe", () -> {
                for (String page : pages) {
                    copies.send(hand.copy(page));
                }
            });
        }
        return copies;
    }
}
