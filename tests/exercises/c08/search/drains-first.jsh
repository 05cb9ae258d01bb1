// misconception: the sender must be through before the result counts
// fails: returns as soon as it has come
class MySearch implements Search {
    public String first(String word, ReceiveChan<String> lines) throws InterruptedException {
        String found = "";
        for (String line : lines) {
            if (found.isEmpty() && line.contains(word)) {
                found = line;
            }
        }
        return found;
    }
}
