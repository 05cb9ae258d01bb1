// misconception: what was started last ends last
// fails: returns when the last one stands
class MyMarket implements Market {
    public void build(List<Stall> stalls) throws InterruptedException {
        List<Goroutine> builders = new ArrayList<>();
        for (Stall stall : stalls) {
            builders.add(go(() -> stall.setUp()));
        }
        if (!builders.isEmpty()) {
            builders.getLast().await();
        }
    }
}
