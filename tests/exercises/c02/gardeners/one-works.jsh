// misconception: a goroutine makes what is in it concurrent
// fails: all gardeners work at the same time, and nobody else
class MyGardeners implements Gardeners {
    public void waterAll(int gardeners, List<Bed> beds) throws InterruptedException {
        Goroutine worker = go("gardener", () -> {
            for (Bed bed : beds) {
                bed.water();
            }
        });
        worker.await();
    }
}
