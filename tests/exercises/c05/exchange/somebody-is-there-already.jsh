// misconception: whom I meet is there already
// fails: it does not matter who comes first
class MyExchange implements Exchange {
    private final Chan<String> toTheRight = Chan.make();
    private final Chan<String> toTheLeft = Chan.make();

    public String left(String mine) throws InterruptedException {
        toTheRight.trySend(mine);
        return toTheLeft.receive();
    }

    public String right(String mine) throws InterruptedException {
        String theirs = toTheRight.receive();
        toTheLeft.send(mine);
        return theirs;
    }
}
