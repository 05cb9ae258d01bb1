// misconception: a helper ends with those whom it watches
// fails: leaves no goroutine behind
class MyMarket implements Market {
    public void build(List<Stall> stalls) throws InterruptedException {
        WaitGroup group = new WaitGroup();
        WaitGroup evening = new WaitGroup();
        evening.add(1);
        go("watchman", () -> evening.await());
        for (Stall stall : stalls) {
            group.go(() -> stall.setUp());
        }
        group.await();
    }
}
