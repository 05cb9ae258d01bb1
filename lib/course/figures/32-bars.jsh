// Bars with their spread
// A sweep over one value is drawn as bars; the whiskers reach from the slowest round to the fastest.
Mutex lock = new Mutex();
AtomicLong atomic = new AtomicLong();
LongAdder adder = new LongAdder();
long[] plain = {0};
interface Step { void run() throws Exception; }
int repeat(Step step) throws Exception {
    for (int i = 0; i < 100_000; i++) step.run();
    return 100_000;
}
Sweep.over("goroutines", 1)
    .measure("Mutex", n -> repeat(() -> { lock.lock(); plain[0]++; lock.unlock(); }))
    .measure("AtomicLong", n -> repeat(() -> atomic.incrementAndGet()))
    .measure("LongAdder", n -> repeat(() -> adder.increment()))
    .within(ofSeconds(2)).run()
    .chart("What an increment costs", "increments per second")
