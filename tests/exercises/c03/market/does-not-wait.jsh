// misconception: what is started is as good as done
// fails: returns when the last one stands
class MyMarket implements Market {
    public void build(List<Stall> stalls) throws InterruptedException {
        for (Stall stall : stalls) {
            go(() -> stall.setUp());
        }
    }
}
