// With two tracks, there is only one left when the first has ended.
class MyJunction implements Junction {
    public void run(ReceiveChan<String> left, ReceiveChan<String> right, SendChan<String> out)
            throws InterruptedException {
        Optional<ReceiveChan<String>> rest = Optional.empty();
        while (rest.isEmpty()) {
            rest = choose(
                    receiveOk(left, (train, ok) -> passOn(train, ok, out, right)),
                    receiveOk(right, (train, ok) -> passOn(train, ok, out, left)));
        }
        for (String train : rest.get()) {
            out.send(train);
        }
        out.close();
    }

    private Optional<ReceiveChan<String>> passOn(
            String train, boolean ok, SendChan<String> out, ReceiveChan<String> other)
            throws InterruptedException {
        if (!ok) {
            return Optional.of(other);
        }
        out.send(train);
        return Optional.empty();
    }
}
