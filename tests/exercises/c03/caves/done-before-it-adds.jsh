// misconception: the order of done and add makes no difference
// fails: all caves are counted
class MyCaves implements Caves {
    public int explore(Cave entrance) throws InterruptedException {
        WaitGroup group = new WaitGroup();
        AtomicInteger count = new AtomicInteger();
        group.add(1);
        go(() -> visit(entrance, group, count));
        group.await();
        return count.get();
    }

    private void visit(Cave cave, WaitGroup group, AtomicInteger count) throws InterruptedException {
        List<Cave> behind = cave.visit();
        count.incrementAndGet();
        group.done();
        for (Cave each : behind) {
            group.add(1);
            go(() -> visit(each, group, count));
        }
    }
}
