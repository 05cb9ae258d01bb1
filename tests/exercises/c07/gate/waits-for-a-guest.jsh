// misconception: somebody is always there to receive
// fails: open lets in all who wait
class MyGate implements Gate {
    private final Chan<Signal> opened = Chan.make();

    public void pass() throws InterruptedException {
        opened.receive();
    }

    public void open() {
        try {
            opened.send(SIGNAL);
        } catch (InterruptedException e) {
            throw new RuntimeException(e);
        }
    }
}
