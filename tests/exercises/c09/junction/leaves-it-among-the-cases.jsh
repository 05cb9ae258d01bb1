// misconception: a closed channel is passed over by select
// fails: goes on with the other when one has ended
// finds: Your code never comes to rest
class MyJunction implements Junction {
    public void run(ReceiveChan<String> left, ReceiveChan<String> right, SendChan<String> out) throws InterruptedException {
        Select any = new Select();
        ReceiveCase<String> one = any.receive(left), other = any.receive(right);
        boolean leftOpen = true, rightOpen = true;
        while (leftOpen || rightOpen) {
            boolean isLeft = any.await() == one.index();
            ReceiveCase<String> came = isLeft ? one : other;
            if (came.ok()) {
                out.send(came.value());
            } else if (isLeft) {
                leftOpen = false;
            } else {
                rightOpen = false;
            }
        }
        out.close();
    }
}
