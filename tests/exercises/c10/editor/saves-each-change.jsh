// misconception: to be on the safe side, save everything
// fails: saves when the writer rests
class MyEditor implements Editor {
    public void run(ReceiveChan<String> texts, SendChan<String> saved, Duration rest) throws InterruptedException {
        for (String text : texts) {
            saved.send(text);
        }
        saved.close();
    }
}
