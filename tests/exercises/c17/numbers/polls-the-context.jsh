// misconception: to look often enough is as good as to wait
// fails: ends in time in the middle of a pause
class MyNumbers implements Numbers {
    public ReceiveChan<Integer> start(Context ctx, Duration pause) {
        Chan<Integer> out = Chan.make();
        go(() -> {
            int i = 0;
            boolean more = true;
            while (more) {
                int number = i++;
                more = choose(send(out, number, () -> true), closed(ctx.done(), () -> false));
                for (int waited = 0; more && waited < 10; waited++) {
                    sleep(pause.dividedBy(10));
                    more = ctx.err() == null;
                }
            }
            out.close();
        });
        return out;
    }
}
