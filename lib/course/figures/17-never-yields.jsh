// One that never yields
// It keeps its carrier to the end; with one carrier all others wait for it.
Body spin = () -> {
    go("spinner", () -> {
        for (long until = System.nanoTime() + 50_000_000; System.nanoTime() < until; ) {}
    });
    WaitGroup all = new WaitGroup();
    all.add(3);
    for (String who : List.of("ann", "bob", "cleo"))
        go(who, () -> { for (int i = 0; i < 3; i++) sleep(ofMillis(5)); all.done(); });
    all.await();
};
CarrierChart.of("A spinner and three others", Carriers.run(1, spin), Carriers.run(2, spin))
