// misconception: a limit is a time to wait
// fails: an answer in time is returned at once
class MyPatience implements Patience {
    public Optional<String> ask(Server server, Duration limit) throws InterruptedException {
        Chan<String> answers = Chan.make(1);
        go(() -> answers.send(server.answer()));
        sleep(limit);
        return answers.tryReceive().map(received -> received.value());
    }
}
