// misconception: everybody comes back some day
// fails: ends at the deadline
class MyNewsroom implements Newsroom {
    public ReceiveChan<String> open(List<Reporter> reporters, Duration deadline) {
        Chan<String> news = Chan.make(reporters.size());
        WaitGroup group = new WaitGroup();
        for (Reporter reporter : reporters) {
            group.go(() -> news.send(reporter.find()));
        }
        go(() -> {
            group.await();
            news.close();
        });
        return news;
    }
}
