// misconception: a goroutine makes what is in it concurrent
// fails: all are written at the same time
class MyPostcards implements Postcards {
    public void writeAll(List<Card> cards) throws InterruptedException {
        Goroutine writer = go("writer", () -> {
            for (Card card : cards) {
                card.write();
            }
        });
        writer.await();
    }
}
