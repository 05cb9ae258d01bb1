// misconception: a late answer is better than none
// fails: no answer in time: empty
class MyPatience implements Patience {
    public Optional<String> ask(Server server, Duration limit) throws InterruptedException {
        Chan<String> answers = Chan.make(1);
        go(() -> answers.send(server.answer()));
        Optional<String> got = choose(
            receive(answers, answer -> Optional.of(answer)),
            timeout(limit, () -> Optional.empty()));
        return got.isPresent() ? got : Optional.of(answers.receive());
    }
}
