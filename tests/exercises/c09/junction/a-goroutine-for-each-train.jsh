// misconception: who carries a value away has passed it on
// fails: one leaves before the next comes in
class MyJunction implements Junction {
    public void run(ReceiveChan<String> left, ReceiveChan<String> right, SendChan<String> out) throws InterruptedException {
        WaitGroup group = new WaitGroup();
        Select any = new Select();
        ReceiveCase<String> one = any.receive(left), other = any.receive(right);
        for (int open = 2; open > 0; ) {
            ReceiveCase<String> came = any.await() == one.index() ? one : other;
            if (came.ok()) {
                String train = came.value();
                group.go(() -> out.send(train));
            } else {
                came.from(Chan.never());
                open--;
            }
        }
        group.await();
        out.close();
    }
}
