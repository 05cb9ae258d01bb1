// misconception: the end of all is one more reason to ask the next
// fails: gives all up when the time for all is over
class MyErrand implements Errand {
    public Optional<String> run(List<Shop> shops, Duration each, Duration all) throws InterruptedException {
        ReceiveChan<Instant> end = after(all);
        for (Shop shop : shops) {
            Chan<String> answers = Chan.make(1);
            go(() -> answers.send(shop.ask()));
            Optional<String> got = choose(
                receive(answers, answer -> Optional.of(answer)),
                timeout(each, () -> Optional.empty()),
                receive(end, _ -> Optional.empty()));
            if (got.isPresent()) {
                return got;
            }
        }
        return Optional.empty();
    }
}
