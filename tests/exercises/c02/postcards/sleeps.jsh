// misconception: a pause is long enough if it is long
// fails: returns when the last is written
class MyPostcards implements Postcards {
    public void writeAll(List<Card> cards) throws InterruptedException {
        for (Card card : cards) {
            go(() -> card.write());
        }
        sleep(Duration.ofHours(1));
    }
}
