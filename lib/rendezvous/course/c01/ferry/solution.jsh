class MyFerry implements Ferry {
    private final Semaphore room = new Semaphore(2);

    public void cross(Runnable trip) throws InterruptedException {
        room.acquire();
        try {
            trip.run();
        } finally {
            room.release();
        }
    }
}
