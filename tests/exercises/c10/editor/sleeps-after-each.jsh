// misconception: to wait for a rest is to sleep
// fails: does not save while the writer writes
class MyEditor implements Editor {
    public void run(ReceiveChan<String> texts, SendChan<String> saved, Duration rest) throws InterruptedException {
        for (String text : texts) {
            sleep(rest);
            saved.send(text);
        }
        saved.close();
    }
}
