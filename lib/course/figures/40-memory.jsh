// Memory against goroutines
// Read after a garbage collection; both axes grow tenfold from mark to mark.
Runtime jvm = Runtime.getRuntime();
long used() { System.gc(); return jvm.totalMemory() - jvm.freeMemory(); }
double held(int goroutines) throws InterruptedException {
    long before = used();
    Chan<Signal> gate = Chan.make();
    WaitGroup begun = new WaitGroup(), ended = new WaitGroup();
    begun.add(goroutines);
    for (int g = 0; g < goroutines; g++) ended.go(() -> { begun.done(); gate.await(); });
    begun.await();
    sleep(ofMillis(20));
    double held = Math.max(1, used() - before);
    gate.close();
    ended.await();
    return held;
}
Sweep.over("goroutines", 100, 1_000, 10_000).read("blocked goroutines", n -> held(n))
    .within(ofSeconds(3)).readings()
    .lines("What waiting goroutines hold", "heap").bytes().logarithmic().figure()
