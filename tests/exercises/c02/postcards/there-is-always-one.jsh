// misconception: there is always something to do
// fails: no cards, nothing to do
class MyPostcards implements Postcards {
    public void writeAll(List<Card> cards) throws InterruptedException {
        List<Goroutine> writers = new ArrayList<>();
        for (Card card : cards.subList(1, cards.size())) {
            writers.add(go(() -> card.write()));
        }
        cards.getFirst().write();
        for (Goroutine writer : writers) {
            writer.await();
        }
    }
}
