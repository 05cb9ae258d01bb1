// misconception: what is empty was not sent
// fails: an empty text is a value
class MyRelay implements Relay {
    public void run(ReceiveChan<String> in, SendChan<String> out) throws InterruptedException {
        while (true) {
            Received<String> next = in.receiveOk();
            if (!next.ok() || next.value().isEmpty()) {
                break;
            }
            out.send(next.value());
        }
        out.close();
    }
}
