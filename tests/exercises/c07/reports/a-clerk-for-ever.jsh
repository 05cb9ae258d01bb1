// misconception: a helper ends with those whom it helps
// fails: leaves no goroutine behind
class MyReports implements Reports {
    public ReceiveChan<String> gather(List<Reporter> reporters) {
        Chan<String> lines = Chan.make();
        Chan<Signal> ended = Chan.make();
        AtomicInteger count = new AtomicInteger();
        WaitGroup group = new WaitGroup();
        go("clerk", () -> {
            while (true) {
                ended.receive();
                count.incrementAndGet();
            }
        });
        for (Reporter reporter : reporters) {
            group.go(() -> {
                try {
                    reporter.report(lines);
                } catch (Exception e) {
                    // it has written what it has written
                }
                ended.send(SIGNAL);
            });
        }
        go(() -> {
            group.await();
            lines.close();
        });
        return lines;
    }
}
