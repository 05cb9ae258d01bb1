// A table of goroutines
// Who lives, what each waits for, since when, and where it was started.
GoroutineTable.of(Trace.of(ofMillis(100), () -> {
    Chan<Integer> answers = Chan.named("answers");
    go("helper", () -> answers.receive());
    go("sleeper", () -> sleep(ofSeconds(60)));
    go("quick", () -> {}).await();
}))
