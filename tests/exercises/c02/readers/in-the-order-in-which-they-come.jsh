// misconception: who was started first is first
// fails: the texts come in the order of the pages
class MyReaders implements Readers {
    public List<String> readAll(List<Page> pages) throws InterruptedException {
        List<String> texts = Collections.synchronizedList(new ArrayList<>());
        List<Goroutine> readers = new ArrayList<>();
        for (Page page : pages) {
            readers.add(go(() -> texts.add(page.read())));
        }
        for (Goroutine reader : readers) {
            reader.await();
        }
        return texts;
    }
}
