// misconception: a limit for the whole is a limit for all parts
// fails: gives a slow shop up and asks the next
class MyErrand implements Errand {
    public Optional<String> run(List<Shop> shops, Duration each, Duration all) throws InterruptedException {
        ReceiveChan<Instant> end = after(all);
        for (Shop shop : shops) {
            Chan<String> answers = Chan.make(1);
            go(() -> answers.send(shop.ask()));
            return choose(
                receive(answers, answer -> Optional.of(answer)),
                receive(end, _ -> Optional.empty()));
        }
        return Optional.empty();
    }
}
