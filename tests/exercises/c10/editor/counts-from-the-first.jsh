// misconception: the rest begins with the first change
// fails: does not save while the writer writes
class MyEditor implements Editor {
    private String unsaved;

    public void run(ReceiveChan<String> texts, SendChan<String> saved, Duration rest) throws InterruptedException {
        Timer rested = Timer.of(rest);
        rested.stop();
        while (choose(
            receiveOk(texts, (text, ok) -> {
                if (ok) {
                    if (unsaved == null) {
                        rested.reset(rest);
                    }
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
