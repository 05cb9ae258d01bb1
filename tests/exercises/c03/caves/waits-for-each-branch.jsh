// misconception: what stands in a goroutine runs beside the rest, also if it is waited for at once
// fails: neighbours are explored at the same time
class MyCaves implements Caves {
    public int explore(Cave entrance) throws InterruptedException {
        AtomicInteger count = new AtomicInteger();
        visit(entrance, count);
        return count.get();
    }

    private void visit(Cave cave, AtomicInteger count) throws InterruptedException {
        count.incrementAndGet();
        for (Cave each : cave.visit()) {
            go(() -> visit(each, count)).await();
        }
    }
}
