// misconception: a group must be waited for before a result of it may be used
// fails: returns with the first answer
class MyScout implements Scout {
    public Optional<String> first(List<Mirror> mirrors, ReceiveChan<Signal> quit) throws InterruptedException {
        Chan<String> answers = Chan.make(mirrors.size());
        WaitGroup group = new WaitGroup();
        for (Mirror mirror : mirrors) {
            group.go(() -> answers.send(mirror.ask()));
        }
        group.await();
        return Optional.of(answers.receive());
    }
}
