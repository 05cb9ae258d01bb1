// misconception: who has helped once helps again
// fails: it can be used again and again
class MyExchange implements Exchange {
    private final Chan<String> fromTheLeft = Chan.make();
    private final Chan<String> fromTheRight = Chan.make();

    MyExchange() {
        go("clerk", () -> {
            String one = fromTheLeft.receive();
            String other = fromTheRight.receive();
            fromTheLeft.send(other);
            fromTheRight.send(one);
        });
    }

    public String left(String mine) throws InterruptedException {
        fromTheLeft.send(mine);
        return fromTheLeft.receive();
    }

    public String right(String mine) throws InterruptedException {
        fromTheRight.send(mine);
        return fromTheRight.receive();
    }
}
