// misconception: a goroutine that nobody waits for any more ends by itself
// fails: leaves no goroutine behind
// finds: they leak
class MyScout implements Scout {
    public Optional<String> first(List<Mirror> mirrors, ReceiveChan<Signal> quit) throws InterruptedException {
        Chan<String> answers = Chan.make();
        for (Mirror mirror : mirrors) {
            go(() -> answers.send(mirror.ask()));
        }
        return choose(receive(answers, answer -> Optional.of(answer)),
                closed(quit, () -> Optional.<String>empty()));
    }
}
