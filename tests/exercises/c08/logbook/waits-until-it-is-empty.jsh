// misconception: an empty buffer says that all is done
// fails: close waits for the last line
class MyLogbooks implements Logbooks {
    public Logbook open(Pen pen) {
        Chan<String> lines = Chan.make(10);
        go("clerk", () -> {
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
                while (lines.len() > 0) {
                    sleep(ofSeconds(600));
                }
            }
        };
    }
}
