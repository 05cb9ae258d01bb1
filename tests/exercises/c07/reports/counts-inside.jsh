// misconception: a task can count itself in
// fails: every line comes, and then the end
class MyReports implements Reports {
    public ReceiveChan<String> gather(List<Reporter> reporters) {
        Chan<String> lines = Chan.make();
        WaitGroup group = new WaitGroup();
        for (Reporter reporter : reporters) {
            go(() -> {
                group.add(1);
                try {
                    reporter.report(lines);
                } catch (Exception e) {
                    // counted all the same
                } finally {
                    group.done();
                }
            });
        }
        go(() -> {
            group.await();
            lines.close();
        });
        return lines;
    }
}
