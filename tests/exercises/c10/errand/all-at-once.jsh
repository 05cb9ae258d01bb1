// misconception: to ask all at the same time is quicker, so it is better
// fails: the first shop answers in time
class MyErrand implements Errand {
    public Optional<String> run(List<Shop> shops, Duration each, Duration all) throws InterruptedException {
        Chan<String> answers = Chan.make(shops.size());
        for (Shop shop : shops) {
            go(() -> answers.send(shop.ask()));
        }
        return choose(
            receive(answers, answer -> Optional.of(answer)),
            timeout(all, () -> Optional.empty()));
    }
}
