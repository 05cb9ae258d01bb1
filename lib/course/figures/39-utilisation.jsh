// Stage utilisation
// What each stage of a pipeline did with its time. The stage that is busy longest is the bottleneck.
Chan<Integer> raw = Chan.named("raw"), cooked = Chan.named("cooked");
void cut() throws InterruptedException {
    for (int i = 0; i < 40; i++) { sleep(ofMillis(2)); raw.send(i); }
    raw.close();
}
void cook() throws InterruptedException {
    for (int dish : raw) { sleep(ofMillis(5)); cooked.send(dish); }
    cooked.close();
}
Trace kitchen = Trace.of(() -> {
    go("cut", () -> cut());
    go("cook", () -> cook());
    go("serve", () -> { for (int dish : cooked) sleep(ofMillis(1)); }).await();
});
Utilisation.of("A pipeline of three stages", kitchen)
