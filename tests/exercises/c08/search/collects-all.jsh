// misconception: all lines have to be there before one can look for one
// fails: returns as soon as it has come
class MySearch implements Search {
    public String first(String word, ReceiveChan<String> lines) throws InterruptedException {
        List<String> all = new ArrayList<>();
        for (String line : lines) {
            all.add(line);
        }
        for (String line : all) {
            if (line.contains(word)) {
                return line;
            }
        }
        return "";
    }
}
