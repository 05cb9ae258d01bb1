// By hand, with a counter and a monitor: who finds no room waits, and who leaves wakes one.
class MyFerry implements Ferry {
    private int free = 2;

    public void cross(Runnable trip) throws InterruptedException {
        synchronized (this) {
            while (free == 0) {
                wait();
            }
            free--;
        }
        try {
            trip.run();
        } finally {
            synchronized (this) {
                free++;
                notify();
            }
        }
    }
}
