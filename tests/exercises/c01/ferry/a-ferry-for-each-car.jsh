// misconception: each has a semaphore of its own
// fails: never more than two
class MyFerry implements Ferry {
    public void cross(Runnable trip) throws InterruptedException {
        Semaphore room = new Semaphore(2);
        room.acquire();
        try {
            trip.run();
        } finally {
            room.release();
        }
    }
}
