// misconception: to ask again and again is to wait
// fails: returns when the last one stands
class MyMarket implements Market {
    public void build(List<Stall> stalls) throws InterruptedException {
        AtomicInteger missing = new AtomicInteger(stalls.size());
        for (Stall stall : stalls) {
            go(() -> {
                stall.setUp();
                missing.decrementAndGet();
            });
        }
        while (missing.get() > 0) {
        }
    }
}
