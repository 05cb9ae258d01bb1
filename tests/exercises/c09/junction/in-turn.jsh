// misconception: what comes from two sides comes in turn
// fails: lets in whichever comes
class MyJunction implements Junction {
    public void run(ReceiveChan<String> left, ReceiveChan<String> right, SendChan<String> out) throws InterruptedException {
        boolean open = true;
        while (open) {
            Received<String> one = left.receiveOk();
            if (one.ok()) {
                out.send(one.value());
            }
            Received<String> other = right.receiveOk();
            if (other.ok()) {
                out.send(other.value());
            }
            open = one.ok() || other.ok();
        }
        out.close();
    }
}
