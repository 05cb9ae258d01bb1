// misconception: goroutines come in the order in which they were started
// fails: every line is written, in order, one at a time
class MyLogbooks implements Logbooks {
    public Logbook open(Pen pen) {
        WaitGroup group = new WaitGroup();
        return new Logbook() {
            public void add(String line) {
                group.go(() -> pen.write(line));
            }

            public void close() throws InterruptedException {
                group.await();
            }
        };
    }
}
