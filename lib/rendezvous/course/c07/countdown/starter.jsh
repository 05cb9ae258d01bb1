class MyCountdown implements Countdown {
    public ReceiveChan<Integer> from(int from) {
        return todo("return a channel that brings from, from - 1 … 1, and is closed then");
    }
}
