// misconception: what is returned must be complete
// fails: returns at once, and sends all out together
class MyNewsroom implements Newsroom {
    public ReceiveChan<String> open(List<Reporter> reporters, Duration deadline) {
        Chan<String> news = Chan.make(reporters.size());
        WaitGroup group = new WaitGroup();
        for (Reporter reporter : reporters) {
            group.go(() -> news.send(reporter.find()));
        }
        try {
            group.await();
        } catch (InterruptedException e) {
            throw new RuntimeException(e);
        }
        news.close();
        return news;
    }
}
