// misconception: a goroutine has to be waited for where it is started
// fails: all are written at the same time
class MyPostcards implements Postcards {
    public void writeAll(List<Card> cards) throws InterruptedException {
        for (Card card : cards) {
            go(() -> card.write()).await();
        }
    }
}
