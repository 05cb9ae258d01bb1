class MyCountdown implements Countdown {
    public ReceiveChan<Integer> from(int from) {
        Chan<Integer> numbers = Chan.make();
        go(() -> {
            for (int n = from; n > 0; n--) {
                numbers.send(n);
            }
            numbers.close();
        });
        return numbers;
    }
}
