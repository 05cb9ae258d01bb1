// misconception: a helper ends with those whom it helps
// fails: leaves no goroutine behind
class MyCopyists implements Copyists {
    public ReceiveChan<String> copy(ReceiveChan<String> pages, int scribes, Hand hand) {
        Chan<String> copies = Chan.make();
        WaitGroup room = new WaitGroup();
        Chan<String> made = Chan.make();
        for (int i = 0; i < scribes; i++) {
            room.go(() -> {
                for (String page : pages) {
                    String copy = hand.copy(page);
                    copies.send(copy);
                    made.send(copy);
                }
            });
        }
        go("clerk", () -> {
            for (String copy : made) {
                // counts them, some day
            }
        });
        go("closer", () -> {
            room.await();
            copies.close();
        });
        return copies;
    }
}
