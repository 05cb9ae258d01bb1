// misconception: the loop has to be run to its end
// fails: finds the first line
class MySearch implements Search {
    public String first(String word, ReceiveChan<String> lines) throws InterruptedException {
        String found = "";
        for (String line : lines) {
            if (line.contains(word)) {
                found = line;
            }
        }
        return found;
    }
}
