// misconception: when all is written, the clerk is gone
// fails: leaves no goroutine behind
class MyLogbooks implements Logbooks {
    public Logbook open(Pen pen) {
        Chan<String> lines = Chan.make(10);
        WaitGroup unwritten = new WaitGroup();
        go("clerk", () -> {
            for (String line : lines) {
                pen.write(line);
                unwritten.done();
            }
        });
        return new Logbook() {
            public void add(String line) throws InterruptedException {
                unwritten.add(1);
                lines.send(line);
            }

            public void close() throws InterruptedException {
                unwritten.await();
            }
        };
    }
}
