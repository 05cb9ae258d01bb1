// Pieces of the list: where a piece begins is computed so that the rest is spread.
class MyGardeners implements Gardeners {
    public void waterAll(int gardeners, List<Bed> beds) throws InterruptedException {
        List<Goroutine> workers = new ArrayList<>();
        for (int g = 0; g < gardeners; g++) {
            List<Bed> share = beds.subList(g * beds.size() / gardeners, (g + 1) * beds.size() / gardeners);
            workers.add(go(() -> {
                for (Bed bed : share) {
                    bed.water();
                }
            }));
        }
        for (Goroutine worker : workers) {
            worker.await();
        }
    }
}
