// misconception: to ask again and again is to wait
// fails: each is made once
class MyBreakfast implements Breakfast {
    public void make(Runnable tea, Runnable toast) throws InterruptedException {
        Thread one = Thread.startVirtualThread(tea);
        Thread other = Thread.startVirtualThread(toast);
        while (one.isAlive() || other.isAlive()) {
        }
    }
}
