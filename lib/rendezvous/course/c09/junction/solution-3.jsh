// A field may be changed from a lambda.
class MyJunction implements Junction {
    private ReceiveChan<String> left, right;
    private int open = 2;

    public void run(ReceiveChan<String> left, ReceiveChan<String> right, SendChan<String> out)
            throws InterruptedException {
        this.left = left;
        this.right = right;
        while (open > 0) {
            select(
                    onReceiveOk(this.left, (train, ok) -> {
                        if (ok) {
                            out.send(train);
                        } else {
                            this.left = Chan.never();
                            open--;
                        }
                    }),
                    onReceiveOk(this.right, (train, ok) -> {
                        if (ok) {
                            out.send(train);
                        } else {
                            this.right = Chan.never();
                            open--;
                        }
                    }));
        }
        out.close();
    }
}
