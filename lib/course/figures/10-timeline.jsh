// A timeline
// Who ran, waited and slept, and who handed what to whom. Solid is running; every wait has a pattern of its own.
Timeline.record(() -> {
    Chan<String> ball = Chan.named("ball");
    go("producer", () -> {
        sleep(ofMillis(20));
        ball.send("ping");
        sleep(ofMillis(30));
        ball.send("pong");
    });
    ball.receive();
    ball.receive();
})
