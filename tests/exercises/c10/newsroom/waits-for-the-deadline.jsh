// misconception: the deadline is when it is over
// fails: brings what is found, as soon as it is, and then the end
class MyNewsroom implements Newsroom {
    public ReceiveChan<String> open(List<Reporter> reporters, Duration deadline) {
        int all = reporters.size();
        Chan<String> found = Chan.make(all), news = Chan.make(all);
        for (Reporter reporter : reporters) {
            go(() -> found.send(reporter.find()));
        }
        go(() -> {
            ReceiveChan<Instant> end = after(deadline);
            while (choose(
                receive(found, line -> {
                    news.send(line);
                    return true;
                }),
                receive(end, _ -> false))) {
            }
            news.close();
        });
        return news;
    }
}
