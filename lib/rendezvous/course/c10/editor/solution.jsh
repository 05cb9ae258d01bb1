class MyEditor implements Editor {
    private String unsaved;

    public void run(ReceiveChan<String> texts, SendChan<String> saved, Duration rest)
            throws InterruptedException {
        Timer rested = Timer.of(rest);
        rested.stop();
        while (choose(
            receiveOk(texts, (text, ok) -> {
                if (ok) {
                    unsaved = text;
                    rested.reset(rest);
                }
                return ok;
            }),
            receive(rested.c(), _ -> {
                saved.send(unsaved);
                unsaved = null;
                return true;
            }))) {
        }
        rested.stop();
        if (unsaved != null) {
            saved.send(unsaved);
        }
        saved.close();
    }
}
