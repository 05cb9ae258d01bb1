// misconception: each task needs a goroutine of its own
// fails: all gardeners work at the same time, and nobody else
class MyGardeners implements Gardeners {
    public void waterAll(int gardeners, List<Bed> beds) throws InterruptedException {
        List<Goroutine> workers = new ArrayList<>();
        for (Bed bed : beds) {
            workers.add(go(() -> bed.water()));
        }
        for (Goroutine worker : workers) {
            worker.await();
        }
    }
}
