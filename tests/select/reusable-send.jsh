// A send whose value changes, beside a stop: all of a sequence is sent
Chan<Integer> out = Chan.make();
Chan<Signal> stop = Chan.make();
Goroutine producer = go(() -> {
    Select s = new Select();
    SendCase<Integer> next = s.send(out, 1);
    s.closed(stop);
    int n = 1;
    while (s.await() == next.index()) {
        n *= 2;
        next.value(n);
    }
    println("stopped");
});
for (int i = 0; i < 4; i++) {
    println(out.receive());
}
stop.close();
producer.await();
// Output: 1
// Output: 2
// Output: 4
// Output: 8
// Output: stopped
