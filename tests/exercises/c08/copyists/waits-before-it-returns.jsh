// misconception: all can be waited for before anybody receives
// fails: returns at once
class MyCopyists implements Copyists {
    public ReceiveChan<String> copy(ReceiveChan<String> pages, int scribes, Hand hand) {
        Chan<String> copies = Chan.make();
        WaitGroup room = new WaitGroup();
        for (int i = 0; i < scribes; i++) {
            room.go(() -> {
                for (String page : pages) {
                    copies.send(hand.copy(page));
                }
            });
        }
        try {
            room.await();
        } catch (InterruptedException e) {
            throw new RuntimeException(e);
        }
        copies.close();
        return copies;
    }
}
