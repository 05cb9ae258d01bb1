// misconception: the wanted line comes before the end
// fails: there is none: an empty text
class MySearch implements Search {
    public String first(String word, ReceiveChan<String> lines) throws InterruptedException {
        while (true) {
            String line = lines.receive();
            if (line.contains(word)) {
                go(() -> {
                    for (String rest : lines) {
                        // nobody wants it
                    }
                });
                return line;
            }
        }
    }
}
