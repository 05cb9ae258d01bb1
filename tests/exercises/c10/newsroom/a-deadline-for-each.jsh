// misconception: a limit in the loop is a limit for the loop
// fails: ends at the deadline
class MyNewsroom implements Newsroom {
    public ReceiveChan<String> open(List<Reporter> reporters, Duration deadline) {
        int all = reporters.size();
        Chan<String> found = Chan.make(all), news = Chan.make(all);
        for (Reporter reporter : reporters) {
            go(() -> found.send(reporter.find()));
        }
        go(() -> {
            boolean more = true;
            for (int i = 0; i < all && more; i++) {
                more = choose(
                    receive(found, line -> {
                        news.send(line);
                        return true;
                    }),
                    timeout(deadline, () -> false));
            }
            news.close();
        });
        return news;
    }
}
