class MyJunction implements Junction {
    public void run(ReceiveChan<String> left, ReceiveChan<String> right, SendChan<String> out)
            throws InterruptedException {
        todo("pass on what comes on either track, until both have ended");
    }
}
