// misconception: two workers stand for any number
// fails: as many at a time as there are scribes
class MyCopyists implements Copyists {
    public ReceiveChan<String> copy(ReceiveChan<String> pages, int scribes, Hand hand) {
        Chan<String> copies = Chan.make();
        WaitGroup room = new WaitGroup();
        for (int i = 0; i < 2; i++) {
            room.go(() -> {
                for (String page : pages) {
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
