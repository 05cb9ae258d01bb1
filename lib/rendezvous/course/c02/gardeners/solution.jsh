class MyGardeners implements Gardeners {
    public void waterAll(int gardeners, List<Bed> beds) throws InterruptedException {
        List<Goroutine> workers = new ArrayList<>();
        for (int g = 0; g < gardeners; g++) {
            int first = g;
            workers.add(go("gardener " + g, () -> {
                for (int i = first; i < beds.size(); i += gardeners) {
                    beds.get(i).water();
                }
            }));
        }
        for (Goroutine worker : workers) {
            worker.await();
        }
    }
}
