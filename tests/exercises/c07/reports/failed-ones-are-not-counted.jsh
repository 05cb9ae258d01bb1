// misconception: what stands last in a goroutine is always reached
// fails: a reporter who fails is counted too
class MyReports implements Reports {
    public ReceiveChan<String> gather(List<Reporter> reporters) {
        Chan<String> lines = Chan.make();
        WaitGroup group = new WaitGroup();
        group.add(reporters.size());
        for (Reporter reporter : reporters) {
            go(() -> {
                try {
                    reporter.report(lines);
                    group.done();
                } catch (Exception e) {
                    // nothing to do
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
