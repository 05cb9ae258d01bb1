// misconception: both take about the same time
// fails: returns when both are done
class MyBreakfast implements Breakfast {
    public void make(Runnable tea, Runnable toast) throws InterruptedException {
        Thread one = Thread.startVirtualThread(tea);
        Thread.startVirtualThread(toast);
        one.join();
    }
}
