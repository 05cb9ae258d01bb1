// misconception: leaving the loop closes the channel
// fails: the sender gets rid of all lines
class MySearch implements Search {
    public String first(String word, ReceiveChan<String> lines) throws InterruptedException {
        for (String line : lines) {
            if (line.contains(word)) {
                return line;
            }
        }
        return "";
    }
}
