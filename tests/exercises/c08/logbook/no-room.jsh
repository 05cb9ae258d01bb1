// misconception: a goroutine of its own is enough, room is not needed
// fails: add does not wait for the pen
class MyLogbooks implements Logbooks {
    public Logbook open(Pen pen) {
        Chan<String> lines = Chan.make();
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
                lines.close();
                clerk.await();
            }
        };
    }
}
