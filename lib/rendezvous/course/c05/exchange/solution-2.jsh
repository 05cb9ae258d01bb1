// The other way round: the left receives first. Any order will do that differs between the sides.
class MyExchange implements Exchange {
    private final Chan<String> rightwards = Chan.named("rightwards");
    private final Chan<String> leftwards = Chan.named("leftwards");

    public String left(String mine) throws InterruptedException {
        String theirs = leftwards.receive();
        rightwards.send(mine);
        return theirs;
    }

    public String right(String mine) throws InterruptedException {
        leftwards.send(mine);
        return rightwards.receive();
    }
}
