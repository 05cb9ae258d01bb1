// misconception: a thread that waits for the others ends with them
// fails: leaves no thread behind
class MyBreakfast implements Breakfast {
    public void make(Runnable tea, Runnable toast) throws InterruptedException {
        CountDownLatch all = new CountDownLatch(3);
        Thread one = Thread.startVirtualThread(() -> { tea.run(); all.countDown(); });
        Thread other = Thread.startVirtualThread(() -> { toast.run(); all.countDown(); });
        Thread.startVirtualThread(() -> {
            try {
                all.await();
            } catch (InterruptedException e) {
                return;
            }
        });
        one.join();
        other.join();
    }
}
