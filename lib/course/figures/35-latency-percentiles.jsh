// Latency percentiles
// The median says little of the slow calls; on a logarithmic axis both are seen.
Latencies calls = Latencies.titled("One server, and the faster of two");
Random luck = new Random(7);
void serve() throws InterruptedException { sleep(ofMillis(luck.nextInt(50) == 0 ? 60 : 4)); }
void call(String how, int servers) throws InterruptedException {
    long start = System.nanoTime();
    Chan<Signal> answer = Chan.make(servers);
    for (int s = 0; s < servers; s++) go(() -> { serve(); answer.send(SIGNAL); });
    answer.receive();
    calls.record(how, System.nanoTime() - start);
}
WaitGroup group = new WaitGroup();
for (int i = 0; i < 1_000; i++) {
    group.go(() -> call("one server", 1));
    group.go(() -> call("hedged", 2));
    sleep(ofMillis(1));
}
group.await();
calls.percentiles()
