// misconception: to close what is closed does nothing
// fails: it may be opened again
class MyGate implements Gate {
    private final Chan<Signal> opened = Chan.make();

    public void pass() throws InterruptedException {
        opened.await();
    }

    public void open() {
        opened.close();
    }
}
