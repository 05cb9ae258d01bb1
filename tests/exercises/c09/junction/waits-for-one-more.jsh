// misconception: who switches all cases off comes out of the select
// fails: ends when both have ended
class MyJunction implements Junction {
    public void run(ReceiveChan<String> left, ReceiveChan<String> right, SendChan<String> out) throws InterruptedException {
        Select any = new Select();
        ReceiveCase<String> one = any.receive(left), other = any.receive(right);
        int open = 2;
        while (true) {
            ReceiveCase<String> came = any.await() == one.index() ? one : other;
            if (came.ok()) {
                out.send(came.value());
            } else {
                came.from(Chan.never());
                open--;
            }
            if (open < 0) {
                break;
            }
        }
        out.close();
    }
}
