class MyScout implements Scout {
    public Optional<String> first(List<Mirror> mirrors, ReceiveChan<Signal> quit)
            throws InterruptedException {
        Chan<String> answers = Chan.make(mirrors.size());
        for (Mirror mirror : mirrors) {
            go(() -> answers.send(mirror.ask()));
        }
        return choose(receive(answers, answer -> Optional.of(answer)),
                closed(quit, () -> Optional.<String>empty()));
    }
}
