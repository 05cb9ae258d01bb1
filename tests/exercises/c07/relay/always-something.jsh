// misconception: something comes before the end
// fails: passes on the end
class MyRelay implements Relay {
    public void run(ReceiveChan<String> in, SendChan<String> out) throws InterruptedException {
        out.send(in.receive());
        for (String value : in) {
            out.send(value);
        }
        out.close();
    }
}
