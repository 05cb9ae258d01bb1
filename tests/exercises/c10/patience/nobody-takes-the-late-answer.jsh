// misconception: an answer that nobody wants goes away by itself
// fails: leaves no goroutine behind
class MyPatience implements Patience {
    public Optional<String> ask(Server server, Duration limit) throws InterruptedException {
        Chan<String> answers = Chan.make();
        go(() -> answers.send(server.answer()));
        return choose(
            receive(answers, answer -> Optional.of(answer)),
            timeout(limit, () -> Optional.empty()));
    }
}
