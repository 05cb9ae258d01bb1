// misconception: who was started last ends last
// fails: returns when the last is written
class MyPostcards implements Postcards {
    public void writeAll(List<Card> cards) throws InterruptedException {
        Goroutine writer = go(() -> {});
        for (Card card : cards) {
            writer = go(() -> card.write());
        }
        writer.await();
    }
}
