// misconception: one answer is always received, so the buffer needs room for the others only
// fails: leaves no goroutine behind when it gave up
class MyScout implements Scout {
    public Optional<String> first(List<Mirror> mirrors, ReceiveChan<Signal> quit) throws InterruptedException {
        Chan<String> answers = Chan.make(mirrors.size() - 1);
        for (Mirror mirror : mirrors) {
            go(() -> answers.send(mirror.ask()));
        }
        return choose(receive(answers, answer -> Optional.of(answer)),
                closed(quit, () -> Optional.<String>empty()));
    }
}
