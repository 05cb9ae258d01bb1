// misconception: to be safe is to be alone
// fails: two at the same time
class MyFerry implements Ferry {
    public void cross(Runnable trip) throws InterruptedException {
        synchronized (this) {
            trip.run();
        }
    }
}
