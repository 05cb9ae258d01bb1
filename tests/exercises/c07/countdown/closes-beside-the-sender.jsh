// misconception: close waits until all has been sent
// fails: returns at once
class MyCountdown implements Countdown {
    public ReceiveChan<Integer> from(int from) {
        Chan<Integer> numbers = Chan.make();
        go(() -> {
            for (int n = from; n > 0; n--) {
                numbers.send(n);
            }
        });
        go(() -> numbers.close());
        return numbers;
    }
}
