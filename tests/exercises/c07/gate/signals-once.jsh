// misconception: a signal reaches all who wait
// fails: open lets in all who wait
class MyGate implements Gate {
    private final Chan<Signal> opened = Chan.make(1);

    public void pass() throws InterruptedException {
        opened.receive();
    }

    public void open() {
        opened.trySend(SIGNAL);
    }
}
