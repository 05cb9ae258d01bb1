// misconception: who has what it wants closes the channel, and the others notice
// fails: the first answer wins
// finds: ChannelClosedException
class MyScout implements Scout {
    public Optional<String> first(List<Mirror> mirrors, ReceiveChan<Signal> quit) throws InterruptedException {
        Chan<String> answers = Chan.make(mirrors.size());
        for (Mirror mirror : mirrors) {
            go(() -> answers.send(mirror.ask()));
        }
        Optional<String> first = choose(receive(answers, answer -> Optional.of(answer)),
                closed(quit, () -> Optional.<String>empty()));
        answers.close();
        return first;
    }
}
