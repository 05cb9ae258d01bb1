// misconception: there is always a last one
// fails: nobody reports: the end at once
class MyReports implements Reports {
    public ReceiveChan<String> gather(List<Reporter> reporters) {
        Chan<String> lines = Chan.make();
        AtomicInteger left = new AtomicInteger(reporters.size());
        for (Reporter reporter : reporters) {
            go(() -> {
                try {
                    reporter.report(lines);
                } catch (Exception e) {
                    // it has written what it has written
                }
                if (left.decrementAndGet() == 0) {
                    lines.close();
                }
            });
        }
        return lines;
    }
}
