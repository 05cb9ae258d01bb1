// misconception: to take the next number is one step
// fails: every bed is watered once
// finds: Data race
class MyGardeners implements Gardeners {
    public void waterAll(int gardeners, List<Bed> beds) throws InterruptedException {
        int[] next = {0};
        List<Goroutine> workers = new ArrayList<>();
        for (int g = 0; g < gardeners; g++) {
            workers.add(go(() -> {
                while (true) {
                    int mine = next[0]++;
                    if (mine >= beds.size()) {
                        break;
                    }
                    beds.get(mine).water();
                }
            }));
        }
        for (Goroutine worker : workers) {
            worker.await();
        }
    }
}
