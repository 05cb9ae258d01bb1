class MyErrand implements Errand {
    public Optional<String> run(List<Shop> shops, Duration each, Duration all)
            throws InterruptedException {
        ReceiveChan<Instant> end = after(all);
        String[] found = {null};
        for (Shop shop : shops) {
            Chan<String> answers = Chan.make(1);
            go(() -> answers.send(shop.ask()));
            boolean stop = choose(
                receive(answers, answer -> {
                    found[0] = answer;
                    return true;
                }),
                timeout(each, () -> false),
                receive(end, _ -> true));
            if (stop) {
                break;
            }
        }
        return Optional.ofNullable(found[0]);
    }
}
