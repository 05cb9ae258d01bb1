// misconception: what stands in a goroutine runs beside the rest, also if it is waited for at once
// fails: all stalls go up at the same time
class MyMarket implements Market {
    public void build(List<Stall> stalls) throws InterruptedException {
        WaitGroup group = new WaitGroup();
        for (Stall stall : stalls) {
            group.go(() -> stall.setUp());
            group.await();
        }
    }
}
