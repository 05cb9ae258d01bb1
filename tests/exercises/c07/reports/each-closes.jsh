// misconception: whoever has written all closes
// fails: every line comes, and then the end
class MyReports implements Reports {
    public ReceiveChan<String> gather(List<Reporter> reporters) {
        Chan<String> lines = Chan.make();
        for (Reporter reporter : reporters) {
            go(() -> {
                reporter.report(lines);
                lines.close();
            });
        }
        return lines;
    }
}
