// By the handles of chapter 02: all are started before the first is waited for.
class MyMarket implements Market {
    public void build(List<Stall> stalls) throws InterruptedException {
        List<Goroutine> builders = new ArrayList<>();
        for (Stall stall : stalls) {
            builders.add(go(() -> stall.setUp()));
        }
        for (Goroutine builder : builders) {
            builder.await();
        }
    }
}
