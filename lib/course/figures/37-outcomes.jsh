// Outcomes of many runs
// How often each outcome came. Two things that are run are told apart by pattern.
int add(boolean locked) throws InterruptedException {
    Mutex lock = new Mutex();
    int[] sum = {0};
    WaitGroup group = new WaitGroup();
    for (int g = 0; g < 3; g++) group.go(() -> {
        if (locked) lock.lock();
        int read = sum[0];
        Thread.yield();
        sum[0] = read + 1;
        if (locked) lock.unlock();
    });
    group.await();
    return sum[0];
}
Outcomes.titled("Three goroutines add 1")
    .run("without a lock", 1_000, () -> add(false))
    .run("with a lock", 1_000, () -> add(true))
    .figure()
