// misconception: to wait for something is to do it
// fails: each card is written once
class MyPostcards implements Postcards {
    public void writeAll(List<Card> cards) throws InterruptedException {
        for (Card card : cards) {
            go(() -> card.write());
        }
        for (Card card : cards) {
            card.write();
        }
    }
}
