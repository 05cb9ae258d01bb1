// misconception: one goroutine for all is as good as one for each
// fails: all report at the same time
class MyReports implements Reports {
    public ReceiveChan<String> gather(List<Reporter> reporters) {
        Chan<String> lines = Chan.make();
        go(() -> {
            for (Reporter reporter : reporters) {
                try {
                    reporter.report(lines);
                } catch (Exception e) {
                    // it has written what it has written
                }
            }
            lines.close();
        });
        return lines;
    }
}
