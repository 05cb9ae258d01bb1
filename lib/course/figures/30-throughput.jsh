// Throughput against a parameter
// A point is the median of its rounds; its whiskers reach from the slowest to the fastest.
Sweep.over("capacity", 1, 4, 16, 64, 256)
    .measure("Chan", capacity -> {
        Chan<Integer> ch = Chan.make(capacity);
        go(() -> { for (int i = 0; i < 20_000; i++) ch.send(i); ch.close(); });
        return StreamSupport.stream(ch.spliterator(), false).count();
    })
    .within(ofSeconds(3)).run()
    .chart("Throughput against capacity", "values per second")
