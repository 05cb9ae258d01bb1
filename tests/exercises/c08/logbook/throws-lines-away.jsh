// misconception: what cannot be sent at once need not be sent
// fails: every line is written, in order, one at a time
class MyLogbooks implements Logbooks {
    public Logbook open(Pen pen) {
        Chan<String> lines = Chan.make();
        Goroutine clerk = go("clerk", () -> {
            for (String line : lines) {
                pen.write(line);
            }
        });
        return new Logbook() {
            public void add(String line) {
                lines.trySend(line);
            }

            public void close() throws InterruptedException {
                lines.close();
                clerk.await();
            }
        };
    }
}
