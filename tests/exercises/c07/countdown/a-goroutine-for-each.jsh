// misconception: goroutines come in the order in which they were started
// fails: counts down, and ends
class MyCountdown implements Countdown {
    public ReceiveChan<Integer> from(int from) {
        Chan<Integer> numbers = Chan.make();
        WaitGroup group = new WaitGroup();
        for (int n = from; n > 0; n--) {
            int mine = n;
            group.go(() -> numbers.send(mine));
        }
        go(() -> { group.await(); numbers.close(); });
        return numbers;
    }
}
