// misconception: a goroutine beside the caller is concurrency enough
// fails: as many at a time as there are scribes
class MyCopyists implements Copyists {
    public ReceiveChan<String> copy(ReceiveChan<String> pages, int scribes, Hand hand) {
        Chan<String> copies = Chan.make();
        go("scribe", () -> {
            for (String page : pages) {
                copies.send(hand.copy(page));
            }
            copies.close();
        });
        return copies;
    }
}
