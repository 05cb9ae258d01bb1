// misconception: a pause is long enough if it is long
// fails: returns when both are done
class MyBreakfast implements Breakfast {
    public void make(Runnable tea, Runnable toast) throws InterruptedException {
        Thread.startVirtualThread(tea);
        Thread.startVirtualThread(toast);
        Thread.sleep(60_000);
    }
}
