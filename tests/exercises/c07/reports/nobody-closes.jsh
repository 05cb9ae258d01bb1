// misconception: a channel ends when all who send have ended
// fails: every line comes, and then the end
class MyReports implements Reports {
    public ReceiveChan<String> gather(List<Reporter> reporters) {
        Chan<String> lines = Chan.make();
        for (Reporter reporter : reporters) {
            go(() -> reporter.report(lines));
        }
        return lines;
    }
}
