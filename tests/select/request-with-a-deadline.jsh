// A call that may take too long, made by a goroutine
Chan<Integer> answer = Chan.make(1);
Chan<Signal> never = Chan.make();
Goroutine slow = go(() -> {
    never.await();
    answer.send(42);
});
String outcome = choose(
        receive(answer, n -> "got " + n),
        timeout(ofMillis(1), () -> "gave up"));
println(outcome);   // Output: gave up
never.close();
slow.await();
println(answer.receive());   // Output: 42
