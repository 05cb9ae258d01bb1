// misconception: to look again and again is to wait
// fails: an answer in time is returned at once
class MyPatience implements Patience {
    public Optional<String> ask(Server server, Duration limit) throws InterruptedException {
        Chan<String> answers = Chan.make(1);
        go(() -> answers.send(server.answer()));
        for (long left = limit.toSeconds(); left > 0; left -= 2) {
            sleep(ofSeconds(2));
            if (answers.len() > 0) {
                return Optional.of(answers.receive());
            }
        }
        return Optional.empty();
    }
}
