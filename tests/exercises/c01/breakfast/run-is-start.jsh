// misconception: run() starts a thread
// fails: both at the same time
class MyBreakfast implements Breakfast {
    public void make(Runnable tea, Runnable toast) throws InterruptedException {
        Thread one = new Thread(tea);
        Thread other = new Thread(toast);
        one.run();
        other.run();
    }
}
