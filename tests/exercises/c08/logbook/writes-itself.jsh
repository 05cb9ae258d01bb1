// misconception: who adds a line can as well write it
// fails: add does not wait for the pen
class MyLogbooks implements Logbooks {
    public Logbook open(Pen pen) {
        return new Logbook() {
            public void add(String line) throws InterruptedException {
                pen.write(line);
            }

            public void close() {}
        };
    }
}
