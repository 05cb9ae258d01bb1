// misconception: a result has to be fetched once more by whoever wants it
// fails: each page is read once
class MyReaders implements Readers {
    public List<String> readAll(List<Page> pages) throws InterruptedException {
        String[] texts = new String[pages.size()];
        List<Goroutine> readers = new ArrayList<>();
        for (int i = 0; i < pages.size(); i++) {
            int place = i;
            readers.add(go(() -> pages.get(place).read()));
            readers.add(go(() -> texts[place] = pages.get(place).read()));
        }
        for (Goroutine reader : readers) {
            reader.await();
        }
        return List.of(texts);
    }
}
