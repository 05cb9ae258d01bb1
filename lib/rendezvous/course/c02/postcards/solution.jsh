class MyPostcards implements Postcards {
    public void writeAll(List<Card> cards) throws InterruptedException {
        List<Goroutine> writers = new ArrayList<>();
        for (Card card : cards) {
            writers.add(go(() -> card.write()));
        }
        for (Goroutine writer : writers) {
            writer.await();
        }
    }
}
