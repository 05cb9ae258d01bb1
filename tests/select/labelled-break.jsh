// Leaving a loop from around a select, as a labelled break does in Go
Chan<Integer> numbers = Chan.make(4);
for (int n : List.of(1, 2, 99, 3)) {
    numbers.send(n);
}
int sum = 0;
reading:
while (true) {
    int n = choose(receive(numbers, v -> v), timeout(ofSeconds(60), () -> 99));
    switch (n) {
        case 99 -> {
            break reading;
        }
        default -> sum += n;
    }
}
println(sum);   // Output: 3
