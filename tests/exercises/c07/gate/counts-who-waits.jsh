// misconception: all who will ever pass are there when the gate is opened
// fails: who comes later passes too
class MyGate implements Gate {
    private final Chan<Signal> opened = Chan.make(100);
    private final AtomicInteger waiting = new AtomicInteger();

    public void pass() throws InterruptedException {
        waiting.incrementAndGet();
        opened.receive();
    }

    public void open() {
        for (int i = waiting.getAndSet(0); i > 0; i--) {
            opened.trySend(SIGNAL);
        }
    }
}
