// misconception: somebody is always sent out
// fails: nobody is sent out: the end at once
class MyNewsroom implements Newsroom {
    public ReceiveChan<String> open(List<Reporter> reporters, Duration deadline) {
        int all = reporters.size();
        Chan<String> found = Chan.make(all), news = Chan.make(all);
        for (Reporter reporter : reporters) {
            go(() -> found.send(reporter.find()));
        }
        go(() -> {
            ReceiveChan<Instant> end = after(deadline);
            int left = all;
            boolean more = true;
            while (more) {
                more = choose(
                    receive(found, line -> {
                        news.send(line);
                        return true;
                    }),
                    receive(end, _ -> false));
                left--;
                more = more && left != 0;
            }
            news.close();
        });
        return news;
    }
}
