// misconception: each loop sees all values, so each must choose its own
// fails: every page is copied once, and then the end
class MyCopyists implements Copyists {
    public ReceiveChan<String> copy(ReceiveChan<String> pages, int scribes, Hand hand) {
        Chan<String> copies = Chan.make();
        WaitGroup room = new WaitGroup();
        for (int i = 0; i < scribes; i++) {
            int mine = i;
            room.go(() -> {
                int number = 0;
                for (String page : pages) {
                    if (number++ % scribes == mine) {
                        copies.send(hand.copy(page));
                    }
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
