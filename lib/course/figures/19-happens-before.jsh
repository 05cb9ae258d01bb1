// What happens before what
// Arrows are what orders events of different goroutines: a send and its receive, a start.
HappensBeforeGraph.of(Lab.run(() -> {
    Chan<Integer> ch = Chan.named("ch");
    go("sender", () -> { ch.send(1); ch.send(2); });
    go("other", () -> Chan.named("box", 1).send(3));
    ch.receive();
    ch.receive();
}))
