// misconception: the clerk's loop ends when there is nothing left to write
// fails: every line is written, in order, one at a time
class MyLogbooks implements Logbooks {
    public Logbook open(Pen pen) {
        Chan<String> lines = Chan.make(10);
        Goroutine clerk = go("clerk", () -> {
            for (String line : lines) {
                pen.write(line);
            }
        });
        return new Logbook() {
            public void add(String line) throws InterruptedException {
                lines.send(line);
            }

            public void close() throws InterruptedException {
                clerk.await();
                lines.close();
            }
        };
    }
}
