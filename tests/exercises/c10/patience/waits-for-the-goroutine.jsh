// misconception: whoever starts a goroutine has to see its end
// fails: gives up when the limit is over, not later
class MyPatience implements Patience {
    public Optional<String> ask(Server server, Duration limit) throws InterruptedException {
        Chan<String> answers = Chan.make(1);
        Goroutine asker = go(() -> answers.send(server.answer()));
        Optional<String> got = choose(
            receive(answers, answer -> Optional.of(answer)),
            timeout(limit, () -> Optional.empty()));
        asker.await();
        return got;
    }
}
