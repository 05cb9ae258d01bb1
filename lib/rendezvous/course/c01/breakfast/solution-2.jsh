// The calling thread makes the toast itself.
class MyBreakfast implements Breakfast {
    public void make(Runnable tea, Runnable toast) throws InterruptedException {
        Thread one = Thread.startVirtualThread(tea);
        toast.run();
        one.join();
    }
}
