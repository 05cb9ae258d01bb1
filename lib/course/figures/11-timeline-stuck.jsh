// A timeline of a run that got stuck
// At its limit a run is stopped. The axis is cut where nothing happens any more.
Timeline.of("Nobody sends to answers", Trace.of(ofMillis(300), () -> {
    Chan<Integer> numbers = Chan.named("numbers"), answers = Chan.named("answers");
    go("helper", () -> {
        sleep(ofMillis(5));
        numbers.receive();
        numbers.receive();
    });
    numbers.send(1);
    answers.receive();
}))
