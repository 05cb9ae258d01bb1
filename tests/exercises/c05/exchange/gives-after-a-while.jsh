// misconception: who has not come after a minute comes no more
// fails: whoever comes first waits
class MyExchange implements Exchange {
    private final Chan<String> toTheRight = Chan.make();
    private final Chan<String> toTheLeft = Chan.make();

    public String left(String mine) throws InterruptedException {
        for (int second = 0; second < 60; second++) {
            if (toTheRight.trySend(mine)) {
                return toTheLeft.receive();
            }
            sleep(ofSeconds(1));
        }
        return "nothing";
    }

    public String right(String mine) throws InterruptedException {
        String theirs = toTheRight.receive();
        toTheLeft.send(mine);
        return theirs;
    }
}
