class MyEditor implements Editor {
    public void run(ReceiveChan<String> texts, SendChan<String> saved, Duration rest)
            throws InterruptedException {
        todo("save the latest text whenever it has not changed for the time of rest");
    }
}
