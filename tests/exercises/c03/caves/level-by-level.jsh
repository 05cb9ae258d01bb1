// misconception: to wait for a whole level costs nothing
// fails: no cave waits for another branch
class MyCaves implements Caves {
    public int explore(Cave entrance) throws InterruptedException {
        int count = 0;
        List<Cave> level = List.of(entrance);
        while (!level.isEmpty()) {
            count += level.size();
            Queue<Cave> next = new ConcurrentLinkedQueue<>();
            WaitGroup group = new WaitGroup();
            for (Cave cave : level) {
                group.go(() -> next.addAll(cave.visit()));
            }
            group.await();
            level = List.copyOf(next);
        }
        return count;
    }
}
