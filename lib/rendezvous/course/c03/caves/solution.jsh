class MyCaves implements Caves {
    public int explore(Cave entrance) throws InterruptedException {
        WaitGroup group = new WaitGroup();
        AtomicInteger count = new AtomicInteger();
        group.go(() -> visit(entrance, group, count));
        group.await();
        return count.get();
    }

    private void visit(Cave cave, WaitGroup group, AtomicInteger count)
            throws InterruptedException {
        List<Cave> behind = cave.visit();
        count.incrementAndGet();
        for (Cave each : behind) {
            group.go(() -> visit(each, group, count));
        }
    }
}
