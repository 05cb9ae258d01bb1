class MyPostcards implements Postcards {
    public void writeAll(List<Card> cards) throws InterruptedException {
        todo("write all cards at the same time, and wait for the last");
    }
}
