// With a time limit for each wait, which is switched off while there is nothing to save.
class MyEditor implements Editor {
    public void run(ReceiveChan<String> texts, SendChan<String> saved, Duration rest)
            throws InterruptedException {
        String unsaved = null;
        while (true) {
            ReceiveChan<Instant> rested = unsaved == null ? Chan.never() : after(rest);
            Received<String> next =
                    choose(receiveOk(texts, Received::new), receive(rested, _ -> null));
            if (next == null) {
                saved.send(unsaved);
                unsaved = null;
            } else if (next.ok()) {
                unsaved = next.value();
            } else {
                break;
            }
        }
        if (unsaved != null) {
            saved.send(unsaved);
        }
        saved.close();
    }
}
