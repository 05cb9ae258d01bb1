// misconception: what is not there now will not come
// fails: the sender gets rid of all lines
class MySearch implements Search {
    public String first(String word, ReceiveChan<String> lines) throws InterruptedException {
        for (String line : lines) {
            if (line.contains(word)) {
                go(() -> {
                    for (var next = lines.tryReceive(); next.isPresent() && next.get().ok(); next = lines.tryReceive()) {
                        // nobody wants it
                    }
                });
                return line;
            }
        }
        return "";
    }
}
