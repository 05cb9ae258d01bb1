// misconception: a thread that was started has to be run as well
// fails: each is made once
class MyBreakfast implements Breakfast {
    public void make(Runnable tea, Runnable toast) throws InterruptedException {
        Thread one = Thread.startVirtualThread(tea);
        tea.run();
        toast.run();
        one.join();
    }
}
