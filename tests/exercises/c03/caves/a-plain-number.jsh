// misconception: adding to a variable is one step
// fails: all caves are counted
class MyCaves implements Caves {
    private int count;

    public int explore(Cave entrance) throws InterruptedException {
        count = 0;
        WaitGroup group = new WaitGroup();
        group.go(() -> visit(entrance, group));
        group.await();
        return count;
    }

    private void visit(Cave cave, WaitGroup group) throws InterruptedException {
        List<Cave> behind = cave.visit();
        count++;
        for (Cave each : behind) {
            group.go(() -> visit(each, group));
        }
    }
}
