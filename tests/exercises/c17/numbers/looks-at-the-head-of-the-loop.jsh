// misconception: to look at the context once a round is to listen to it
// fails: ends in time while nobody receives
// finds: waits to send
class MyNumbers implements Numbers {
    public ReceiveChan<Integer> start(Context ctx, Duration pause) {
        Chan<Integer> out = Chan.make();
        go(() -> {
            for (int i = 0; ctx.err() == null; i++) {
                out.send(i);
                sleep(pause);
            }
            out.close();
        });
        return out;
    }
}
