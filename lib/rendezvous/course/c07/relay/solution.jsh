class MyRelay implements Relay {
    public void run(ReceiveChan<String> in, SendChan<String> out) throws InterruptedException {
        while (true) {
            Received<String> next = in.receiveOk();
            if (!next.ok()) {
                break;
            }
            out.send(next.value());
        }
        out.close();
    }
}
