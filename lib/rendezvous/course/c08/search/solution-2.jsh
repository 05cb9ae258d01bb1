// One goroutine ranges over all lines, and puts the first that fits into a buffer of one;
// its end closes it.
class MySearch implements Search {
    public String first(String word, ReceiveChan<String> lines) throws InterruptedException {
        Chan<String> found = Chan.make(1);
        go("reader", () -> {
            try {
                for (String line : lines) {
                    if (line.contains(word)) {
                        found.trySend(line);
                    }
                }
            } finally {
                found.close();
            }
        });
        Received<String> first = found.receiveOk();
        return first.ok() ? first.value() : "";
    }
}
