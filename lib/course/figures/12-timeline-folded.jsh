// A timeline of many goroutines
// Twelve lanes at most: those that went wrong keep their own, the rest share one.
Timeline.of("Fifteen goroutines", Trace.of(() -> {
    Chan<Integer> jobs = Chan.named("jobs");
    WaitGroup group = new WaitGroup();
    for (int w = 1; w <= 14; w++) {
        go("worker " + w, () -> { for (int job : jobs) sleep(ofMillis(2 + job % 5)); });
    }
    for (int job = 0; job < 28; job++) jobs.send(job);
    jobs.close();
}))
