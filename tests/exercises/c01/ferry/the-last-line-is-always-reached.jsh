// misconception: what stands last is always reached
// fails: a trip that fails frees its place
class MyFerry implements Ferry {
    private final Semaphore room = new Semaphore(2);

    public void cross(Runnable trip) throws InterruptedException {
        room.acquire();
        trip.run();
        room.release();
    }
}
