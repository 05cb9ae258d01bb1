// misconception: a method ends when all that it has started has ended
// fails: returns when the last is written
class MyPostcards implements Postcards {
    public void writeAll(List<Card> cards) throws InterruptedException {
        for (Card card : cards) {
            go(() -> card.write());
        }
    }
}
