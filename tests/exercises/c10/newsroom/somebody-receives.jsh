// misconception: somebody is always there to receive
// fails: leaves no goroutine behind if nobody receives
class MyNewsroom implements Newsroom {
    public ReceiveChan<String> open(List<Reporter> reporters, Duration deadline) {
        int all = reporters.size();
        Chan<String> found = Chan.make(all), news = Chan.make();
        for (Reporter reporter : reporters) {
            go(() -> found.send(reporter.find()));
        }
        go(() -> {
            ReceiveChan<Instant> end = after(deadline);
            boolean more = true;
            for (int i = 0; i < all && more; i++) {
                more = choose(
                    receive(found, line -> {
                        news.send(line);
                        return true;
                    }),
                    receive(end, _ -> false));
            }
            news.close();
        });
        return news;
    }
}
