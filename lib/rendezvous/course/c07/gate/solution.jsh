class MyGate implements Gate {
    private final Chan<Signal> opened = Chan.make();
    private final Chan<Signal> right = Chan.make(1);

    MyGate() {
        right.trySend(SIGNAL);
    }

    public void pass() throws InterruptedException {
        opened.await();
    }

    public void open() {
        if (right.tryReceive().isPresent()) {
            opened.close();
        }
    }
}
