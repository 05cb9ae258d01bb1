// misconception: one that has ended stands for all
// fails: every line comes, and then the end
class MyReports implements Reports {
    public ReceiveChan<String> gather(List<Reporter> reporters) {
        Chan<String> lines = Chan.make();
        Chan<Signal> ended = Chan.make(reporters.size());
        for (Reporter reporter : reporters) {
            go(() -> {
                try {
                    reporter.report(lines);
                } catch (Exception e) {
                    // counted all the same
                }
                ended.send(SIGNAL);
            });
        }
        go(() -> {
            if (!reporters.isEmpty()) {
                ended.receive();
            }
            lines.close();
        });
        return lines;
    }
}
