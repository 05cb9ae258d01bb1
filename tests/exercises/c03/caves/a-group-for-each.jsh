// misconception: any group will do
// fails: all caves are counted
class MyCaves implements Caves {
    public int explore(Cave entrance) throws InterruptedException {
        AtomicInteger count = new AtomicInteger();
        WaitGroup group = new WaitGroup();
        group.go(() -> visit(entrance, count));
        group.await();
        return count.get();
    }

    private void visit(Cave cave, AtomicInteger count) throws InterruptedException {
        WaitGroup group = new WaitGroup();
        List<Cave> behind = cave.visit();
        count.incrementAndGet();
        for (Cave each : behind) {
            group.go(() -> visit(each, count));
        }
    }
}
