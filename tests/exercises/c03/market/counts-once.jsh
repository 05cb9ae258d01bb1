// misconception: one count stands for the whole group
// fails: each stall is set up once
class MyMarket implements Market {
    public void build(List<Stall> stalls) throws InterruptedException {
        WaitGroup group = new WaitGroup();
        group.add(1);
        for (Stall stall : stalls) {
            go(() -> {
                stall.setUp();
                group.done();
            });
        }
        group.await();
    }
}
