// misconception: a select needs a default, or it blocks
// fails: the first answer wins
// finds: Your code never comes to rest
class MyScout implements Scout {
    public Optional<String> first(List<Mirror> mirrors, ReceiveChan<Signal> quit) throws InterruptedException {
        Chan<String> answers = Chan.make(mirrors.size());
        for (Mirror mirror : mirrors) {
            go(() -> answers.send(mirror.ask()));
        }
        Optional<String> first = Optional.empty();
        boolean over = false;
        while (first.isEmpty() && !over) {
            first = choose(receive(answers, answer -> Optional.of(answer)), orElse(() -> Optional.<String>empty()));
            over = choose(closed(quit, () -> true), orElse(() -> false));
        }
        return first;
    }
}
