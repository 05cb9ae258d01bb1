// misconception: two that do the same thing fit together
// fails: each gets what the other brought
class MyExchange implements Exchange {
    private final Chan<String> toTheRight = Chan.make();
    private final Chan<String> toTheLeft = Chan.make();

    public String left(String mine) throws InterruptedException {
        toTheRight.send(mine);
        return toTheLeft.receive();
    }

    public String right(String mine) throws InterruptedException {
        toTheLeft.send(mine);
        return toTheRight.receive();
    }
}
