// misconception: a channel ends when its sender does
// fails: counts down, and ends
class MyCountdown implements Countdown {
    public ReceiveChan<Integer> from(int from) {
        Chan<Integer> numbers = Chan.make();
        go(() -> {
            for (int n = from; n > 0; n--) {
                numbers.send(n);
            }
        });
        return numbers;
    }
}
