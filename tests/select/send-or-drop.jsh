// A send that nobody waits for is dropped
Chan<String> log = Chan.make(1);
for (String line : List.of("first", "second")) {
    select(
            onSend(log, line, () -> println("kept " + line)),
            otherwise(() -> println("dropped " + line)));
}
// Output: kept first
// Output: dropped second
