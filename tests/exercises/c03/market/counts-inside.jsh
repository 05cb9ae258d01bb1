// misconception: a task can count itself in
// fails: each stall is set up once
class MyMarket implements Market {
    public void build(List<Stall> stalls) throws InterruptedException {
        WaitGroup group = new WaitGroup();
        for (Stall stall : stalls) {
            go(() -> {
                group.add(1);
                try {
                    stall.setUp();
                } finally {
                    group.done();
                }
            });
        }
        group.await();
    }
}
