// misconception: who is done must tell somebody
// fails: leaves no goroutine behind
class MyCountdown implements Countdown {
    public ReceiveChan<Integer> from(int from) {
        Chan<Integer> numbers = Chan.make();
        Chan<Signal> done = Chan.make();
        go(() -> {
            for (int n = from; n > 0; n--) {
                numbers.send(n);
            }
            numbers.close();
            done.send(SIGNAL);
        });
        return numbers;
    }
}
