// misconception: the order is kept only by those who do one thing after the other
// fails: all are read at the same time
class MyReaders implements Readers {
    public List<String> readAll(List<Page> pages) throws InterruptedException {
        List<String> texts = new ArrayList<>();
        for (Page page : pages) {
            texts.add(page.read());
        }
        return texts;
    }
}
