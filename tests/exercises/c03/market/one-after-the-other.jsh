// misconception: a loop does things at the same time
// fails: all stalls go up at the same time
class MyMarket implements Market {
    public void build(List<Stall> stalls) throws InterruptedException {
        for (Stall stall : stalls) {
            stall.setUp();
        }
    }
}
