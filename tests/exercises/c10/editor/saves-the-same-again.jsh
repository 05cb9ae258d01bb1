// misconception: a limit that is over has to be acted upon
// fails: saves when the writer rests
class MyEditor implements Editor {
    private String text = "";

    public void run(ReceiveChan<String> texts, SendChan<String> saved, Duration rest) throws InterruptedException {
        while (choose(
            receiveOk(texts, (next, ok) -> {
                if (ok) {
                    text = next;
                }
                return ok;
            }),
            timeout(rest, () -> {
                saved.send(text);
                return true;
            }))) {
        }
        saved.close();
    }
}
