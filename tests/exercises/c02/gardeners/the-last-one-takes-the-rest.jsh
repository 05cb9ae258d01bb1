// misconception: a rest is small enough for one
// fails: each gardener has a share, as large as the others'
class MyGardeners implements Gardeners {
    public void waterAll(int gardeners, List<Bed> beds) throws InterruptedException {
        int share = beds.size() / gardeners;
        List<Goroutine> workers = new ArrayList<>();
        for (int g = 0; g < gardeners; g++) {
            List<Bed> mine = beds.subList(g * share, g == gardeners - 1 ? beds.size() : (g + 1) * share);
            workers.add(go(() -> {
                for (int i = 0; i < mine.size(); i++) {
                    mine.get(i).water();
                }
            }));
        }
        for (Goroutine worker : workers) {
            worker.await();
        }
    }
}
