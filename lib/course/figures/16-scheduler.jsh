// The scheduler
// From each mount and unmount: who was on which carrier, and how many could run or were blocked.
Body work = () -> {
    WaitGroup all = new WaitGroup();
    all.add(6);
    for (String who : List.of("sum 1", "sum 2", "sum 3"))
        go(who, () -> {
            for (long until = System.nanoTime() + 20_000_000; System.nanoTime() < until; ) {}
            all.done();
        });
    for (String who : List.of("net 1", "net 2", "net 3"))
        go(who, () -> { for (int i = 0; i < 4; i++) sleep(ofMillis(8)); all.done(); });
    all.await();
};
CarrierChart.of("Three compute, three sleep", Carriers.run(1, work), Carriers.run(2, work))
