// misconception: a closed channel is a value that says so, such as 0
// fails: counts down, and ends
class MyCountdown implements Countdown {
    public ReceiveChan<Integer> from(int from) {
        Chan<Integer> numbers = Chan.make();
        go(() -> {
            for (int n = from; n >= 0; n--) {
                numbers.send(n);
            }
            numbers.close();
        });
        return numbers;
    }
}
