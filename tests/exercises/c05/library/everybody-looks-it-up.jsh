// misconception: whoever asks can do it as well
// fails: never more than two look-ups
class MyLibrary implements Library {
    public Desk open(int each, Books books) {
        return question -> books.lookUp(question);
    }
}
