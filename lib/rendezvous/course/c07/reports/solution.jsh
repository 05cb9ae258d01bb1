class MyReports implements Reports {
    public ReceiveChan<String> gather(List<Reporter> reporters) {
        Chan<String> lines = Chan.make();
        WaitGroup group = new WaitGroup();
        for (Reporter reporter : reporters) {
            group.go(() -> {
                try {
                    reporter.report(lines);
                } catch (Exception e) {
                    // it has written what it has written
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
