// misconception: the other side sees by itself that nothing comes any more
// fails: passes on every value in order
class MyRelay implements Relay {
    public void run(ReceiveChan<String> in, SendChan<String> out) throws InterruptedException {
        for (String value : in) {
            out.send(value);
        }
    }
}
