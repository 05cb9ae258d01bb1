// misconception: one goroutine can do it all
// fails: returns at once, and sends all out together
class MyNewsroom implements Newsroom {
    public ReceiveChan<String> open(List<Reporter> reporters, Duration deadline) {
        Chan<String> news = Chan.make(reporters.size());
        go(() -> {
            for (Reporter reporter : reporters) {
                news.send(reporter.find());
            }
            news.close();
        });
        return news;
    }
}
