// With a done channel for the limit of all,
// and a goroutine that ends when nobody waits for its answer.
class MyErrand implements Errand {
    public Optional<String> run(List<Shop> shops, Duration each, Duration all)
            throws InterruptedException {
        Chan<Signal> over = Chan.make();
        Timer timer = Timer.afterFunc(all, () -> over.close());
        String[] found = {null};
        for (Shop shop : shops) {
            Chan<String> answers = Chan.make(1);
            go(() -> answers.trySend(shop.ask()));
            boolean stop = choose(
                receive(answers, answer -> {
                    found[0] = answer;
                    return true;
                }),
                closed(over, () -> true),
                timeout(each, () -> false));
            if (stop) {
                break;
            }
        }
        timer.stop();
        return Optional.ofNullable(found[0]);
    }
}
