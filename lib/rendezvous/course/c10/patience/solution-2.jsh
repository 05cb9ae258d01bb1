// With a channel that is closed when nobody waits any more, in place of a buffer.
class MyPatience implements Patience {
    public Optional<String> ask(Server server, Duration limit) throws InterruptedException {
        Chan<String> answers = Chan.make();
        Chan<Signal> gone = Chan.make();
        go(() -> {
            String answer = server.answer();
            select(onSend(answers, answer, () -> {}), onClosed(gone, () -> {}));
        });
        Timer timer = Timer.of(limit);
        Optional<String> got = choose(
            receive(answers, answer -> Optional.of(answer)),
            receive(timer.c(), _ -> Optional.empty()));
        timer.stop();
        gone.close();
        return got;
    }
}
