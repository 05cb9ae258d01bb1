// misconception: a goroutine has to be waited for where it is started
// fails: all are read at the same time
class MyReaders implements Readers {
    public List<String> readAll(List<Page> pages) throws InterruptedException {
        String[] texts = new String[pages.size()];
        for (int i = 0; i < pages.size(); i++) {
            int place = i;
            go(() -> texts[place] = pages.get(place).read()).await();
        }
        return List.of(texts);
    }
}
