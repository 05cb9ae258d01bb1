// misconception: two channels can be joined by two goroutines only
// fails: one leaves before the next comes in
class MyJunction implements Junction {
    public void run(ReceiveChan<String> left, ReceiveChan<String> right, SendChan<String> out) throws InterruptedException {
        WaitGroup group = new WaitGroup();
        for (ReceiveChan<String> track : List.of(left, right)) {
            group.go(() -> {
                for (String train : track) {
                    out.send(train);
                }
            });
        }
        group.await();
        out.close();
    }
}
