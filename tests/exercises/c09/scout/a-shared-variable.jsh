// misconception: a variable that is written once needs no lock
// fails: the first answer wins
// finds: Data race: two goroutines use the same memory
class MyScout implements Scout {
    private String winner;

    public Optional<String> first(List<Mirror> mirrors, ReceiveChan<Signal> quit) throws InterruptedException {
        Chan<Signal> done = Chan.make(mirrors.size());
        for (Mirror mirror : mirrors) {
            go(() -> {
                String answer = mirror.ask();
                if (winner == null) {
                    winner = answer;
                }
                done.send(SIGNAL);
            });
        }
        return choose(receive(done, signal -> Optional.of(winner)),
                closed(quit, () -> Optional.<String>empty()));
    }
}
