// misconception: to enter is what counts
// fails: never more than two
class MyFerry implements Ferry {
    private final Semaphore room = new Semaphore(2);

    public void cross(Runnable trip) throws InterruptedException {
        room.acquire();
        room.release();
        trip.run();
    }
}
