// misconception: an answer is an answer, whoever it comes from
// fails: what a shop says that was given up is not used
class MyErrand implements Errand {
    public Optional<String> run(List<Shop> shops, Duration each, Duration all) throws InterruptedException {
        ReceiveChan<Instant> end = after(all);
        Optional<String> none = Optional.empty();
        Chan<String> answers = Chan.make(shops.size());
        for (Shop shop : shops) {
            go(() -> answers.send(shop.ask()));
            Optional<String> got = choose(
                receive(answers, answer -> Optional.of(answer)),
                timeout(each, () -> none),
                receive(end, _ -> null));
            if (got == null || got.isPresent()) {
                return got == null ? none : got;
            }
        }
        return none;
    }
}
