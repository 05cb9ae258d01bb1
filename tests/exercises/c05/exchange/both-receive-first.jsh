// misconception: whoever waits politely is served
// fails: each gets what the other brought
class MyExchange implements Exchange {
    private final Chan<String> toTheRight = Chan.make();
    private final Chan<String> toTheLeft = Chan.make();

    public String left(String mine) throws InterruptedException {
        String theirs = toTheLeft.receive();
        toTheRight.send(mine);
        return theirs;
    }

    public String right(String mine) throws InterruptedException {
        String theirs = toTheRight.receive();
        toTheLeft.send(mine);
        return theirs;
    }
}
