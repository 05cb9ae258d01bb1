// misconception: whoever sets the deadline closes
// fails: ends at the deadline
// finds: send on closed channel
class MyNewsroom implements Newsroom {
    public ReceiveChan<String> open(List<Reporter> reporters, Duration deadline) {
        Chan<String> news = Chan.make(reporters.size());
        WaitGroup group = new WaitGroup();
        for (Reporter reporter : reporters) {
            group.go(() -> news.send(reporter.find()));
        }
        Chan<Signal> back = Chan.make();
        go(() -> {
            group.await();
            back.close();
        });
        go(() -> {
            select(onClosed(back, () -> {}), after(deadline, () -> {}));
            news.close();
        });
        return news;
    }
}
