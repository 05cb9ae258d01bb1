// With an atomic flag in place of the channel that holds the right to open.
class MyGate implements Gate {
    private final Chan<Signal> opened = Chan.make();
    private final AtomicBoolean isOpen = new AtomicBoolean();

    public void pass() throws InterruptedException {
        opened.await();
    }

    public void open() {
        if (isOpen.compareAndSet(false, true)) {
            opened.close();
        }
    }
}
