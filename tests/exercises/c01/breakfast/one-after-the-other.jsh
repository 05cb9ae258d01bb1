// misconception: one method after another is fast enough
// fails: both at the same time
class MyBreakfast implements Breakfast {
    public void make(Runnable tea, Runnable toast) throws InterruptedException {
        tea.run();
        toast.run();
    }
}
