// misconception: who is told to stop has done what was there
// fails: every line is written, in order, one at a time
class MyLogbooks implements Logbooks {
    public Logbook open(Pen pen) {
        Chan<String> lines = Chan.make(10);
        AtomicBoolean stop = new AtomicBoolean();
        Goroutine clerk = go("clerk", () -> {
            for (String line : lines) {
                if (stop.get()) {
                    break;
                }
                pen.write(line);
            }
        });
        return new Logbook() {
            public void add(String line) throws InterruptedException {
                lines.send(line);
            }

            public void close() throws InterruptedException {
                stop.set(true);
                lines.close();
                clerk.await();
            }
        };
    }
}
