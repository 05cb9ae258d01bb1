// misconception: what was started is there when it is needed
// fails: the texts come in the order of the pages
class MyReaders implements Readers {
    public List<String> readAll(List<Page> pages) throws InterruptedException {
        String[] texts = new String[pages.size()];
        for (int i = 0; i < pages.size(); i++) {
            int place = i;
            go(() -> texts[place] = pages.get(place).read());
        }
        return Arrays.asList(texts);
    }
}
