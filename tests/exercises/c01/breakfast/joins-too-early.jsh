// misconception: one waits for a thread where one starts it
// fails: both at the same time
class MyBreakfast implements Breakfast {
    public void make(Runnable tea, Runnable toast) throws InterruptedException {
        Thread.startVirtualThread(tea).join();
        Thread.startVirtualThread(toast).join();
    }
}
