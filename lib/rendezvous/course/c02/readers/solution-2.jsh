// An object for each page, which holds its text.
class MyReaders implements Readers {
    public List<String> readAll(List<Page> pages) throws InterruptedException {
        List<Reader> readers = new ArrayList<>();
        for (Page page : pages) {
            Reader reader = new Reader();
            reader.goroutine = go(() -> reader.text = page.read());
            readers.add(reader);
        }
        List<String> texts = new ArrayList<>();
        for (Reader reader : readers) {
            reader.goroutine.await();
            texts.add(reader.text);
        }
        return texts;
    }

    private static class Reader {
        Goroutine goroutine;
        String text;
    }
}
