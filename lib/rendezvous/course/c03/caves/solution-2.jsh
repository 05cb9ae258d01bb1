// Each goroutine waits for the caves behind its own, and adds up what they have found,
// each in a place of its own.
class MyCaves implements Caves {
    public int explore(Cave entrance) throws InterruptedException {
        List<Cave> behind = entrance.visit();
        int[] found = new int[behind.size()];
        WaitGroup group = new WaitGroup();
        for (int i = 0; i < found.length; i++) {
            int mine = i;
            group.go(() -> found[mine] = explore(behind.get(mine)));
        }
        group.await();
        return 1 + Arrays.stream(found).sum();
    }
}
