// misconception: a sleep is short and need not be woken
// fails: ends in time in the middle of a pause
// finds: sleeps; it ended later
class MyNumbers implements Numbers {
    public ReceiveChan<Integer> start(Context ctx, Duration pause) {
        Chan<Integer> out = Chan.make();
        go(() -> {
            int i = 0;
            boolean more = true;
            while (more) {
                int number = i++;
                more = choose(send(out, number, () -> true), closed(ctx.done(), () -> false));
                if (more) {
                    sleep(pause);
                }
            }
            out.close();
        });
        return out;
    }
}
