// misconception: to look at quit before waiting is enough
// fails: gives up when quit is closed
class MyScout implements Scout {
    public Optional<String> first(List<Mirror> mirrors, ReceiveChan<Signal> quit) throws InterruptedException {
        Chan<String> answers = Chan.make(mirrors.size());
        for (Mirror mirror : mirrors) {
            go(() -> answers.send(mirror.ask()));
        }
        boolean over = choose(closed(quit, () -> true), orElse(() -> false));
        return over ? Optional.empty() : Optional.of(answers.receive());
    }
}
