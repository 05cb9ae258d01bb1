// misconception: so many at the same time means so many in each round
// fails: each gardener has a share, as large as the others'
class MyGardeners implements Gardeners {
    public void waterAll(int gardeners, List<Bed> beds) throws InterruptedException {
        for (int from = 0; from < beds.size(); from += gardeners) {
            List<Goroutine> round = new ArrayList<>();
            for (Bed bed : beds.subList(from, Math.min(from + gardeners, beds.size()))) {
                round.add(go(() -> bed.water()));
            }
            for (Goroutine worker : round) {
                worker.await();
            }
        }
    }
}
