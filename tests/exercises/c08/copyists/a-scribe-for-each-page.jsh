// misconception: the more goroutines, the better
// fails: as many at a time as there are scribes
class MyCopyists implements Copyists {
    public ReceiveChan<String> copy(ReceiveChan<String> pages, int scribes, Hand hand) {
        Chan<String> copies = Chan.make();
        go("head", () -> {
            WaitGroup room = new WaitGroup();
            for (String page : pages) {
                room.go(() -> copies.send(hand.copy(page)));
            }
            room.await();
            copies.close();
        });
        return copies;
    }
}
