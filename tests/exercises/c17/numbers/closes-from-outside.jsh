// misconception: to close the channel stops who sends to it
// fails: ends in time while nobody receives
// finds: ChannelClosedException
class MyNumbers implements Numbers {
    public ReceiveChan<Integer> start(Context ctx, Duration pause) {
        Chan<Integer> out = Chan.make();
        go(() -> {
            for (int i = 0; true; i++) {
                out.send(i);
                choose(timeout(pause, () -> true), closed(ctx.done(), () -> false));
            }
        });
        go(() -> {
            ctx.done().await();
            out.close();
        });
        return out;
    }
}
