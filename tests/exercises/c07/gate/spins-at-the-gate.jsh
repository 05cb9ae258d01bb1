// misconception: to ask again and again is to wait
// fails: nobody passes a gate that is shut
class MyGate implements Gate {
    private volatile boolean isOpen;

    public void pass() throws InterruptedException {
        while (!isOpen) {
        }
    }

    public void open() {
        isOpen = true;
    }
}
