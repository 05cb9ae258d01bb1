class MyBreakfast implements Breakfast {
    public void make(Runnable tea, Runnable toast) throws InterruptedException {
        Thread one = Thread.startVirtualThread(tea);
        Thread other = Thread.startVirtualThread(toast);
        one.join();
        other.join();
    }
}
