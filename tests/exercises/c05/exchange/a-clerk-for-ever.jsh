// misconception: a helper goes home when nobody comes any more
// fails: leaves no goroutine behind
class MyExchange implements Exchange {
    private final Chan<String> fromTheLeft = Chan.make();
    private final Chan<String> fromTheRight = Chan.make();

    MyExchange() {
        go("clerk", () -> {
            while (true) {
                String one = fromTheLeft.receive();
                String other = fromTheRight.receive();
                fromTheLeft.send(other);
                fromTheRight.send(one);
            }
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
