// misconception: a pause is long enough if it is long
// fails: a cave that is found late is counted too
class MyCaves implements Caves {
    public int explore(Cave entrance) throws InterruptedException {
        AtomicInteger count = new AtomicInteger();
        go(() -> visit(entrance, count));
        sleep(Duration.ofMinutes(30));
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
