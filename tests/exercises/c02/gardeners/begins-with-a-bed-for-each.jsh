// misconception: there is enough work for everybody
// fails: more gardeners than beds, or no beds
class MyGardeners implements Gardeners {
    public void waterAll(int gardeners, List<Bed> beds) throws InterruptedException {
        List<Goroutine> workers = new ArrayList<>();
        for (int g = 0; g < gardeners; g++) {
            Bed own = beds.get(g);
            int first = g;
            workers.add(go(() -> {
                own.water();
                for (int i = first + gardeners; i < beds.size(); i += gardeners) {
                    beds.get(i).water();
                }
            }));
        }
        for (Goroutine worker : workers) {
            worker.await();
        }
    }
}
