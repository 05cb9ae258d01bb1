// misconception: a helper ends with those whom it watches
// fails: leaves no goroutine behind
class MyCaves implements Caves {
    public int explore(Cave entrance) throws InterruptedException {
        WaitGroup group = new WaitGroup();
        WaitGroup outside = new WaitGroup();
        AtomicInteger count = new AtomicInteger();
        outside.add(1);
        go("rope", () -> outside.await());
        group.go(() -> visit(entrance, group, count));
        group.await();
        return count.get();
    }

    private void visit(Cave cave, WaitGroup group, AtomicInteger count) throws InterruptedException {
        List<Cave> behind = cave.visit();
        count.incrementAndGet();
        for (Cave each : behind) {
            group.go(() -> visit(each, group, count));
        }
    }
}
