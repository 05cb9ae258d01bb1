// misconception: a variable that all use has for each the value that it had at its start
// fails: the texts come in the order of the pages
class MyReaders implements Readers {
    public List<String> readAll(List<Page> pages) throws InterruptedException {
        String[] texts = new String[pages.size()];
        int[] place = {0};
        List<Goroutine> readers = new ArrayList<>();
        for (Page page : pages) {
            readers.add(go(() -> {
                String text = page.read();
                texts[place[0]] = text;
                place[0]++;
            }));
        }
        for (Goroutine reader : readers) {
            reader.await();
        }
        return List.of(texts);
    }
}
