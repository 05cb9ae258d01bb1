// The clerk says by a channel of its own that the last line is written.
class MyLogbooks implements Logbooks {
    public Logbook open(Pen pen) {
        Chan<String> lines = Chan.make(10);
        Chan<Signal> done = Chan.make();
        go("clerk", () -> {
            try {
                for (String line : lines) {
                    pen.write(line);
                }
            } finally {
                done.close();
            }
        });
        return new Logbook() {
            public void add(String line) throws InterruptedException {
                lines.send(line);
            }

            public void close() throws InterruptedException {
                lines.close();
                done.await();
            }
        };
    }
}
