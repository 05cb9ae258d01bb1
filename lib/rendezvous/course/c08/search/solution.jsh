class MySearch implements Search {
    public String first(String word, ReceiveChan<String> lines) throws InterruptedException {
        for (String line : lines) {
            if (line.contains(word)) {
                go("drain", () -> {
                    for (String rest : lines) {
                        // nobody wants it
                    }
                });
                return line;
            }
        }
        return "";
    }
}
