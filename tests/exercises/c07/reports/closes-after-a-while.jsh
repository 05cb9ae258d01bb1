// misconception: a pause is long enough if it is long
// fails: the last one is waited for
class MyReports implements Reports {
    public ReceiveChan<String> gather(List<Reporter> reporters) {
        Chan<String> lines = Chan.make(10);
        for (Reporter reporter : reporters) {
            go(() -> {
                try {
                    reporter.report(lines);
                } catch (Exception e) {
                    // it has written what it has written
                }
            });
        }
        go(() -> {
            sleep(Duration.ofMinutes(10));
            lines.close();
        });
        return lines;
    }
}
