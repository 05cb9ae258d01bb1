// Without room: a done channel sends everybody home at the deadline.
class MyNewsroom implements Newsroom {
    public ReceiveChan<String> open(List<Reporter> reporters, Duration deadline) {
        Chan<String> news = Chan.make();
        Chan<Signal> over = Chan.make();
        Chan<String> found = Chan.make();
        WaitGroup group = new WaitGroup();
        Timer timer = Timer.afterFunc(deadline, () -> over.close());
        for (Reporter reporter : reporters) {
            group.go(() -> {
                String line = reporter.find();
                select(onSend(found, line, () -> {}), onClosed(over, () -> {}));
            });
        }
        go("closer", () -> {
            group.await();
            found.close();
        });
        go("editor", () -> {
            boolean more = true;
            while (more) {
                more = choose(
                    receiveOk(found, (line, ok) -> ok
                        && choose(send(news, line, () -> true), closed(over, () -> false))),
                    closed(over, () -> false));
            }
            timer.stop();
            news.close();
        });
        return news;
    }
}
