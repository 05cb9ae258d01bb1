// misconception: a closed channel brings an empty value
// fails: passes on every value in order
class MyRelay implements Relay {
    public void run(ReceiveChan<String> in, SendChan<String> out) throws InterruptedException {
        String next = in.receive();
        while (!next.isEmpty()) {
            out.send(next);
            next = in.receive();
        }
        out.close();
    }
}
