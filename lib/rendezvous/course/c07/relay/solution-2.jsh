// The short form of chapter 08: the loop ends when the channel is closed and drained.
class MyRelay implements Relay {
    public void run(ReceiveChan<String> in, SendChan<String> out) throws InterruptedException {
        for (String value : in) {
            out.send(value);
        }
        out.close();
    }
}
