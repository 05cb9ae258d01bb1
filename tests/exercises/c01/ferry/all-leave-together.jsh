// misconception: the next may enter when all have left
// fails: a free place is taken at once
class MyFerry implements Ferry {
    private int on, entered;

    public void cross(Runnable trip) throws InterruptedException {
        synchronized (this) {
            while (entered == 2) {
                wait();
            }
            on++;
            entered++;
        }
        try {
            trip.run();
        } finally {
            synchronized (this) {
                on--;
                if (on == 0) {
                    entered = 0;
                    notifyAll();
                }
            }
        }
    }
}
