// misconception: one that has ended stands for all
// fails: every page is copied once, and then the end
class MyCopyists implements Copyists {
    public ReceiveChan<String> copy(ReceiveChan<String> pages, int scribes, Hand hand) {
        Chan<String> copies = Chan.make();
        Chan<Signal> through = Chan.make(scribes);
        for (int i = 0; i < scribes; i++) {
            go("scribe", () -> {
                for (String page : pages) {
                    copies.send(hand.copy(page));
                }
                through.send(SIGNAL);
            });
        }
        go("closer", () -> {
            through.receive();
            copies.close();
        });
        return copies;
    }
}
