class MyMarket implements Market {
    public void build(List<Stall> stalls) throws InterruptedException {
        WaitGroup group = new WaitGroup();
        for (Stall stall : stalls) {
            group.go(() -> stall.setUp());
        }
        group.await();
    }
}
