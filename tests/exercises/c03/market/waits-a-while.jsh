// misconception: a pause is long enough if it is long
// fails: returns when the last one stands
class MyMarket implements Market {
    public void build(List<Stall> stalls) throws InterruptedException {
        for (Stall stall : stalls) {
            go(() -> stall.setUp());
        }
        sleep(Duration.ofMinutes(15));
    }
}
