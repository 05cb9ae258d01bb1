class MyJunction implements Junction {
    public void run(ReceiveChan<String> left, ReceiveChan<String> right, SendChan<String> out)
            throws InterruptedException {
        Select any = new Select();
        ReceiveCase<String> one = any.receive(left), other = any.receive(right);
        for (int open = 2; open > 0; ) {
            ReceiveCase<String> came = any.await() == one.index() ? one : other;
            if (came.ok()) {
                out.send(came.value());
            } else {
                came.from(Chan.never());
                open--;
            }
        }
        out.close();
    }
}
