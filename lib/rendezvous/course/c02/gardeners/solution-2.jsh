// Pieces of the list: where a piece begins is computed so that the rest is spread.
class MyGardeners implements Gardeners {
    public void waterAll(int gardeners, List<Bed> beds) throws InterruptedException {
        List<Goroutine> workers = new ArrayList<>();
        for (int g = 0; g < gardeners; g++) {
            int from = g * beds.size() / gardeners;
            int to = (g + 1) * beds.size() / gardeners;
            List<Bed> share = beds.subList(from, to);
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
