// misconception: a ferry leaves when it is full
// fails: each car gets across once
class MyFerry implements Ferry {
    private final CyclicBarrier full = new CyclicBarrier(2);

    public void cross(Runnable trip) throws InterruptedException {
        try {
            full.await();
        } catch (BrokenBarrierException e) {
            throw new IllegalStateException(e);
        }
        trip.run();
    }
}
