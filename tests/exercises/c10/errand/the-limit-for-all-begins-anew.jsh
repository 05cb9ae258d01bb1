// misconception: a limit can be made where it is used
// fails: gives all up when the time for all is over
class MyErrand implements Errand {
    public Optional<String> run(List<Shop> shops, Duration each, Duration all) throws InterruptedException {
        Optional<String> none = Optional.empty();
        for (Shop shop : shops) {
            Chan<String> answers = Chan.make(1);
            go(() -> answers.send(shop.ask()));
            Optional<String> got = choose(
                receive(answers, answer -> Optional.of(answer)),
                timeout(each, () -> none),
                timeout(all, () -> null));
            if (got == null || got.isPresent()) {
                return got == null ? none : got;
            }
        }
        return none;
    }
}
