// misconception: a value that somebody carries is as good as passed on
// fails: passes on every value in order
class MyRelay implements Relay {
    public void run(ReceiveChan<String> in, SendChan<String> out) throws InterruptedException {
        WaitGroup group = new WaitGroup();
        for (String value : in) {
            group.go(() -> out.send(value));
        }
        group.await();
        out.close();
    }
}
