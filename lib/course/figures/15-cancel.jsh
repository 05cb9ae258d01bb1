// A cancellation, and a choice
// A context ends the waits of those who listen to it; each select shows which case it took.
Timeline.record(() -> {
    var ctx = Context.withCancel(Context.background());
    Chan<Integer> numbers = Chan.named("numbers");
    go("source", () -> {
        boolean on = true;
        for (int i = 1; on; i++) {
            on = choose(send(numbers, i, () -> true), closed(ctx.done(), () -> false));
            sleep(ofMillis(10));
        }
    });
    for (int i = 0; i < 3; i++) numbers.receive();
    ctx.cancel();
    sleep(ofMillis(15));
})
