// misconception: a division has no rest
// fails: every bed is watered once
class MyGardeners implements Gardeners {
    public void waterAll(int gardeners, List<Bed> beds) throws InterruptedException {
        int share = beds.size() / gardeners;
        List<Goroutine> workers = new ArrayList<>();
        for (int g = 0; g < gardeners; g++) {
            List<Bed> mine = beds.subList(g * share, (g + 1) * share);
            workers.add(go(() -> {
                for (Bed bed : mine) {
                    bed.water();
                }
            }));
        }
        for (Goroutine worker : workers) {
            worker.await();
        }
    }
}
