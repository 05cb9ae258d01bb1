// misconception: one that has ended stands for both
// fails: goes on with the other when one has ended
class MyJunction implements Junction {
    public void run(ReceiveChan<String> left, ReceiveChan<String> right, SendChan<String> out) throws InterruptedException {
        boolean on = true;
        while (on) {
            on = choose(
                    receiveOk(left, (train, ok) -> {
                        if (ok) {
                            out.send(train);
                        }
                        return ok;
                    }),
                    receiveOk(right, (train, ok) -> {
                        if (ok) {
                            out.send(train);
                        }
                        return ok;
                    }));
        }
        out.close();
    }
}
