class MyGate implements Gate {
    public void pass() throws InterruptedException {
        todo("wait until the gate is open");
    }

    public void open() {
        todo("open the gate, if nobody has done so before");
    }
}
