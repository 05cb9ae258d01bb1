// Speed-up against workers
// Beside the measured line: what would be ideal, and Amdahl's law with the serial share that fits.
Sweep.over("workers", 1, 2, 3, 4).measure("counting primes", workers -> {
    Chan<Integer> jobs = Chan.make(64);
    WaitGroup group = new WaitGroup();
    for (int w = 0; w < workers; w++) group.go(() -> {
        for (int from : jobs) for (int n = from; n < from + 500; n++) {
            int prime = n;
            IntStream.rangeClosed(2, (int) Math.sqrt(n)).noneMatch(d -> prime % d == 0);
        }
    });
    for (int from = 2; from < 60_000; from += 500) jobs.send(from);
    jobs.close();
    group.await();
    return 60_000;
}).within(ofSeconds(3)).run().speedUp("Counting primes with more workers")
