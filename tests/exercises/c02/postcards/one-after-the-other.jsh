// misconception: what takes a while is not in anybody's way
// fails: all are written at the same time
class MyPostcards implements Postcards {
    public void writeAll(List<Card> cards) throws InterruptedException {
        for (Card card : cards) {
            card.write();
        }
    }
}
