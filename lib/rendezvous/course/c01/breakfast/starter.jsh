class MyBreakfast implements Breakfast {
    public void make(Runnable tea, Runnable toast) throws InterruptedException {
        todo("make both at the same time, and return when both are done");
    }
}
