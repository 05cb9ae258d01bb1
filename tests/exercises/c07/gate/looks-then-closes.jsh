// misconception: if it was shut when I looked, it is shut when I close it
// fails: many may open it at the same time
class MyGate implements Gate {
    private final Chan<Signal> opened = Chan.make();
    private volatile boolean isOpen;

    public void pass() throws InterruptedException {
        opened.await();
    }

    public void open() {
        if (!isOpen) {
            isOpen = true;
            opened.close();
        }
    }
}
