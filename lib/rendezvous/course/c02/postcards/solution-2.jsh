// A stream that starts all, and is a list before anybody is waited for.
class MyPostcards implements Postcards {
    public void writeAll(List<Card> cards) throws InterruptedException {
        List<Goroutine> writers = cards.stream().map(card -> go("writer", card::write)).toList();
        for (Goroutine writer : writers) {
            writer.await();
        }
    }
}
