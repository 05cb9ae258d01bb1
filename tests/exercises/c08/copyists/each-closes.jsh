// misconception: whoever is through closes
// fails: every page is copied once, and then the end
class MyCopyists implements Copyists {
    public ReceiveChan<String> copy(ReceiveChan<String> pages, int scribes, Hand hand) {
        Chan<String> copies = Chan.make();
        for (int i = 0; i < scribes; i++) {
            go("scribe", () -> {
                for (String page : pages) {
                    copies.send(hand.copy(page));
                }
                copies.close();
            });
        }
        return copies;
    }
}
