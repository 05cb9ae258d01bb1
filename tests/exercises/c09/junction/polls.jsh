// misconception: a select needs a default, or it blocks
// fails: lets in whichever comes
// finds: Your code never comes to rest
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
                    }),
                    orElse(() -> true));
        }
        out.close();
    }
}
