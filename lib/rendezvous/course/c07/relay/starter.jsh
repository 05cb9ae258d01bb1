class MyRelay implements Relay {
    public void run(ReceiveChan<String> in, SendChan<String> out) throws InterruptedException {
        todo("pass on what comes from in, then close out");
    }
}
