// misconception: a timer that has been due is due again
// fails: saves again after the next change, and each text once
class MyEditor implements Editor {
    private String unsaved;
    private boolean begun;

    public void run(ReceiveChan<String> texts, SendChan<String> saved, Duration rest) throws InterruptedException {
        Timer rested = Timer.of(rest);
        rested.stop();
        while (choose(
            receiveOk(texts, (text, ok) -> {
                if (ok) {
                    if (rested.stop() || !begun) {
                        rested.reset(rest);
                    }
                    begun = true;
                    unsaved = text;
                }
                return ok;
            }),
            receive(rested.c(), _ -> {
                saved.send(unsaved);
                unsaved = null;
                return true;
            }))) {
        }
        if (unsaved != null) {
            saved.send(unsaved);
        }
        saved.close();
    }
}
