// misconception: what is started is as good as done
// fails: returns when it is over, and not before
class MyRelay implements Relay {
    public void run(ReceiveChan<String> in, SendChan<String> out) throws InterruptedException {
        go(() -> {
            for (String value : in) {
                out.send(value);
            }
            out.close();
        });
    }
}
