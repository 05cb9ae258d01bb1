class MyNumbers implements Numbers {
    public ReceiveChan<Integer> start(Context ctx, Duration pause) {
        Chan<Integer> out = Chan.make();
        go(() -> {
            try {
                int i = 0;
                while (offered(ctx, out, i) && paused(ctx, pause)) {
                    i++;
                }
            } finally {
                out.close();
            }
        });
        return out;
    }

    private boolean offered(Context ctx, Chan<Integer> out, int i) throws InterruptedException {
        return choose(send(out, i, () -> true), closed(ctx.done(), () -> false));
    }

    private boolean paused(Context ctx, Duration pause) throws InterruptedException {
        return choose(timeout(pause, () -> true), closed(ctx.done(), () -> false));
    }
}
