// misconception: when a goroutine ends its channels are closed with it
// fails: closes the channel at the end
class MyNumbers implements Numbers {
    public ReceiveChan<Integer> start(Context ctx, Duration pause) {
        Chan<Integer> out = Chan.make();
        go(() -> {
            int i = 0;
            boolean more = true;
            while (more) {
                int number = i++;
                more = choose(send(out, number, () -> true), closed(ctx.done(), () -> false))
                        && choose(timeout(pause, () -> true), closed(ctx.done(), () -> false));
            }
        });
        return out;
    }
}
