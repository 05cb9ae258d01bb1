// misconception: a value can be sent before anybody has the channel
// fails: returns at once
class MyCountdown implements Countdown {
    public ReceiveChan<Integer> from(int from) {
        Chan<Integer> numbers = Chan.make();
        try {
            for (int n = from; n > 0; n--) {
                numbers.send(n);
            }
        } catch (InterruptedException e) {
            throw new RuntimeException(e);
        }
        numbers.close();
        return numbers;
    }
}
