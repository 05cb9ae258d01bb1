// Queue depth over time
// From each send and receive of the run, not from samples.
Trace trace = Trace.of(() -> {
    Chan<Integer> box = Chan.named("box", 10);
    Goroutine consumer = go("consumer", () -> { for (int value : box) sleep(ofMillis(3)); });
    for (int i = 0; i < 60; i++) {
        box.send(i);
        sleep(ofMillis(i < 35 ? 1 : 5));
    }
    box.close();
    consumer.await();
});
Levels.of(trace).chart("A buffer under unequal rates", "values in the buffer")
