// misconception: goroutines share out a loop by themselves
// fails: every bed is watered once
class MyGardeners implements Gardeners {
    public void waterAll(int gardeners, List<Bed> beds) throws InterruptedException {
        List<Goroutine> workers = new ArrayList<>();
        for (int g = 0; g < gardeners; g++) {
            workers.add(go(() -> {
                for (Bed bed : beds) {
                    bed.water();
                }
            }));
        }
        for (Goroutine worker : workers) {
            worker.await();
        }
    }
}
