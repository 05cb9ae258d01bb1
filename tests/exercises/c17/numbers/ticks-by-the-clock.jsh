// misconception: a ticker and a pause after each number are the same
// fails: a pause lies between two numbers
class MyNumbers implements Numbers {
    public ReceiveChan<Integer> start(Context ctx, Duration pause) {
        Chan<Integer> out = Chan.make();
        Ticker ticker = Ticker.of(pause);
        go(() -> {
            int i = 0;
            boolean more = true;
            while (more) {
                int number = i++;
                more = choose(receive(ticker.c(), tick -> true), closed(ctx.done(), () -> false))
                        && choose(send(out, number, () -> true), closed(ctx.done(), () -> false));
            }
            ticker.stop();
            out.close();
        });
        return out;
    }
}
