// misconception: the wanted line comes first
// fails: finds the first line
class MySearch implements Search {
    public String first(String word, ReceiveChan<String> lines) throws InterruptedException {
        String line = lines.receive();
        go(() -> {
            for (String rest : lines) {
                // nobody wants it
            }
        });
        return line.contains(word) ? line : "";
    }
}
