// misconception: there is always a first one
// fails: no stalls: returns at once
class MyMarket implements Market {
    public void build(List<Stall> stalls) throws InterruptedException {
        WaitGroup group = new WaitGroup();
        Stall first = stalls.getFirst();
        for (Stall stall : stalls) {
            if (stall != first) {
                group.go(() -> stall.setUp());
            }
        }
        first.setUp();
        group.await();
    }
}
