// misconception: a goroutine that nobody needs any more ends by itself
// fails: leaves no goroutine behind
class MyGate implements Gate {
    private final Chan<Signal> opened = Chan.make();

    public void pass() throws InterruptedException {
        opened.receive();
    }

    public void open() {
        go(() -> {
            while (true) {
                opened.send(SIGNAL);
            }
        });
    }
}
