// misconception: there is always something to count
// fails: ends at once if there is nothing to count
class MyCountdown implements Countdown {
    public ReceiveChan<Integer> from(int from) {
        Chan<Integer> numbers = Chan.make();
        go(() -> {
            int n = from;
            do {
                numbers.send(n);
                n--;
            } while (n > 0);
            numbers.close();
        });
        return numbers;
    }
}
