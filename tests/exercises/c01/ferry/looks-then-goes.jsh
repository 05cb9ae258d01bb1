// misconception: what I have just seen is still so
// fails: never more than two
class MyFerry implements Ferry {
    private final AtomicInteger on = new AtomicInteger();

    public void cross(Runnable trip) throws InterruptedException {
        while (on.get() >= 2) {
            Thread.sleep(1_000);
        }
        on.incrementAndGet();
        try {
            trip.run();
        } finally {
            on.decrementAndGet();
        }
    }
}
