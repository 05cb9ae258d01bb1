// misconception: to ask all means to ask one after the other until one answers
// fails: the first answer wins
class MyScout implements Scout {
    public Optional<String> first(List<Mirror> mirrors, ReceiveChan<Signal> quit) throws InterruptedException {
        for (Mirror mirror : mirrors) {
            return Optional.of(mirror.ask());
        }
        return Optional.empty();
    }
}
