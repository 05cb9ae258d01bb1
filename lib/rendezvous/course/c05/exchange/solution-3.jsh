// One channel for both directions: first it goes to the right, then to the left.
class MyExchange implements Exchange {
    private final Chan<String> between = Chan.make();

    public String left(String mine) throws InterruptedException {
        between.send(mine);
        return between.receive();
    }

    public String right(String mine) throws InterruptedException {
        String theirs = between.receive();
        between.send(mine);
        return theirs;
    }
}
