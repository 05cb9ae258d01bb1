// misconception: there is always something to do
// fails: no pages, no texts
class MyReaders implements Readers {
    public List<String> readAll(List<Page> pages) throws InterruptedException {
        String[] texts = new String[pages.size()];
        List<Goroutine> readers = new ArrayList<>();
        for (int i = 1; i < pages.size(); i++) {
            int place = i;
            readers.add(go(() -> texts[place] = pages.get(place).read()));
        }
        texts[0] = pages.getFirst().read();
        for (Goroutine reader : readers) {
            reader.await();
        }
        return List.of(texts);
    }
}
