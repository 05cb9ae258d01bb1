// Room for one answer is enough if nobody waits to put a second one there.
class MyScout implements Scout {
    public Optional<String> first(List<Mirror> mirrors, ReceiveChan<Signal> quit)
            throws InterruptedException {
        Chan<String> answers = Chan.make(1);
        for (Mirror mirror : mirrors) {
            go(() -> answers.trySend(mirror.ask()));
        }
        return choose(receive(answers, answer -> Optional.of(answer)),
                closed(quit, () -> Optional.<String>empty()));
    }
}
