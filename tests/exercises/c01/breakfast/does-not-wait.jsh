// misconception: a method that returns has done its work
// fails: returns when both are done
class MyBreakfast implements Breakfast {
    public void make(Runnable tea, Runnable toast) throws InterruptedException {
        Thread.startVirtualThread(tea);
        Thread.startVirtualThread(toast);
    }
}
