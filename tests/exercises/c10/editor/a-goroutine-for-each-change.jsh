// misconception: a rest for each change is the rest of all
// fails: does not save while the writer writes
class MyEditor implements Editor {
    public void run(ReceiveChan<String> texts, SendChan<String> saved, Duration rest) throws InterruptedException {
        WaitGroup group = new WaitGroup();
        for (String text : texts) {
            group.go(() -> {
                sleep(rest);
                saved.send(text);
            });
        }
        group.await();
        saved.close();
    }
}
