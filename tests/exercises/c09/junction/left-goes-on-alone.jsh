// misconception: it is known beforehand who ends first
// fails: it may be either that ends first
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
                    receive(right, train -> {
                        out.send(train);
                        return true;
                    }));
        }
        for (String train : right) {
            out.send(train);
        }
        out.close();
    }
}
