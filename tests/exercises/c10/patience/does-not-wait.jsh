// misconception: default is a timeout
// fails: an answer in time
class MyPatience implements Patience {
    public Optional<String> ask(Server server, Duration limit) throws InterruptedException {
        Chan<String> answers = Chan.make(1);
        go(() -> answers.send(server.answer()));
        return choose(
            receive(answers, answer -> Optional.of(answer)),
            orElse(() -> Optional.empty()));
    }
}
