// A time limit for each step of a loop
Chan<Integer> numbers = Chan.make(2);
numbers.send(1);
numbers.send(2);
int total = 0;
while (true) {
    Optional<Integer> next = choose(
            receive(numbers, n -> Optional.of(n)),
            timeout(ofMillis(1), () -> Optional.empty()));
    if (next.isEmpty()) {
        break;
    }
    total += next.get();
}
println(total);   // Output: 3
