// misconception: who catches has dealt with it
// fails: a trip that fails frees its place
class MyFerry implements Ferry {
    private final Semaphore room = new Semaphore(2);

    public void cross(Runnable trip) throws InterruptedException {
        room.acquire();
        try {
            trip.run();
        } catch (RuntimeException e) {
            // the car leaves all the same
        } finally {
            room.release();
        }
    }
}
