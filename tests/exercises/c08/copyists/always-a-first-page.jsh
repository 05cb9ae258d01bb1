// misconception: there is a page for everybody
// fails: no pages: the end at once
class MyCopyists implements Copyists {
    public ReceiveChan<String> copy(ReceiveChan<String> pages, int scribes, Hand hand) {
        Chan<String> copies = Chan.make();
        WaitGroup room = new WaitGroup();
        Chan<String> waiting = Chan.make();
        room.go(() -> {
            waiting.send(pages.receive());
            for (String page : pages) {
                waiting.send(page);
            }
            waiting.close();
        });
        for (int i = 0; i < scribes; i++) {
            room.go(() -> {
                for (String page : waiting) {
                    copies.send(hand.copy(page));
                }
            });
        }
        go("closer", () -> {
            room.await();
            copies.close();
        });
        return copies;
    }
}
