// misconception: a permit comes back by itself
// fails: each car gets across once
class MyFerry implements Ferry {
    private final Semaphore room = new Semaphore(2);

    public void cross(Runnable trip) throws InterruptedException {
        room.acquire();
        trip.run();
    }
}
