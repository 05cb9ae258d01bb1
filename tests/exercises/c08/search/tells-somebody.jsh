// misconception: who is done must tell somebody
// fails: leaves no goroutine behind
class MySearch implements Search {
    public String first(String word, ReceiveChan<String> lines) throws InterruptedException {
        Chan<Signal> drained = Chan.make();
        for (String line : lines) {
            if (line.contains(word)) {
                go(() -> {
                    for (String rest : lines) {
                        // nobody wants it
                    }
                    drained.send(SIGNAL);
                });
                return line;
            }
        }
        return "";
    }
}
