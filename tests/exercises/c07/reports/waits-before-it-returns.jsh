// misconception: all can be waited for before anybody reads
// fails: every line comes, and then the end
class MyReports implements Reports {
    public ReceiveChan<String> gather(List<Reporter> reporters) {
        Chan<String> lines = Chan.make();
        WaitGroup group = new WaitGroup();
        for (Reporter reporter : reporters) {
            group.go(() -> {
                try {
                    reporter.report(lines);
                } catch (Exception e) {
                    // counted all the same
                }
            });
        }
        try {
            group.await();
        } catch (InterruptedException e) {
            throw new RuntimeException(e);
        }
        lines.close();
        return lines;
    }
}
