class MyErrand implements Errand {
    public Optional<String> run(List<Shop> shops, Duration each, Duration all)
            throws InterruptedException {
        return todo("ask one shop after the other, within both limits");
    }
}
