// misconception: who is waited for waits for those whom it starts
// fails: all caves are counted
class MyCaves implements Caves {
    public int explore(Cave entrance) throws InterruptedException {
        AtomicInteger count = new AtomicInteger(1);
        WaitGroup group = new WaitGroup();
        for (Cave each : entrance.visit()) {
            group.go(() -> visit(each, count));
        }
        group.await();
        return count.get();
    }

    private void visit(Cave cave, AtomicInteger count) throws InterruptedException {
        List<Cave> behind = cave.visit();
        count.incrementAndGet();
        for (Cave each : behind) {
            go(() -> visit(each, count));
        }
    }
}
