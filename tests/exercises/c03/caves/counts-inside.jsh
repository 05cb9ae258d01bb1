// misconception: a task can count itself in
// fails: all caves are counted
class MyCaves implements Caves {
    private final WaitGroup group = new WaitGroup();
    private final AtomicInteger count = new AtomicInteger();

    public int explore(Cave entrance) throws InterruptedException {
        count.set(0);
        go(() -> visit(entrance));
        group.await();
        return count.get();
    }

    private void visit(Cave cave) throws InterruptedException {
        group.add(1);
        try {
            for (Cave each : cave.visit()) {
                go(() -> visit(each));
            }
            count.incrementAndGet();
        } finally {
            group.done();
        }
    }
}
