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
                lines.close();
                clerk.await();
            }
        };
    }
}
