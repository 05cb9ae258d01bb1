// The scheduler
// From each mount and unmount: who was on which carrier, and how many could run or were blocked.
Body work = () -> {
    WaitGroup all = new WaitGroup();
    for (int g = 0; g < 3; g++) all.go(() -> { for (long until = System.nanoTime() + 20_000_000; System.nanoTime() < until; ) {} });
    for (int g = 0; g < 3; g++) all.go(() -> { for (int i = 0; i < 4; i++) sleep(ofMillis(8)); });
    all.await();
};
CarrierChart.of("Three that compute, three that sleep", Carriers.run(1, work), Carriers.run(2, work))
