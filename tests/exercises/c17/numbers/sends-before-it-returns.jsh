// misconception: the first value can be sent before anybody has the channel
// fails: start returns at once, and 0, 1, 2 come
class MyNumbers implements Numbers {
    public ReceiveChan<Integer> start(Context ctx, Duration pause) {
        Chan<Integer> out = Chan.make();
        try {
            for (int i = 0; i < 3; i++) {
                out.send(i);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return out;
    }
}
