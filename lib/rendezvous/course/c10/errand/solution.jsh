class MyErrand implements Errand {
    public Optional<String> run(List<Shop> shops, Duration each, Duration all)
            throws InterruptedException {
        ReceiveChan<Instant> end = after(all);
        Optional<String> none = Optional.empty();
        for (Shop shop : shops) {
            Chan<String> answers = Chan.make(1);
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
