// misconception: a channel that has nothing now is over
// fails: passes on every value in order
class MyRelay implements Relay {
    public void run(ReceiveChan<String> in, SendChan<String> out) throws InterruptedException {
        while (true) {
            var next = in.tryReceive();
            if (next.isEmpty() || !next.get().ok()) {
                break;
            }
            out.send(next.get().value());
        }
        out.close();
    }
}
