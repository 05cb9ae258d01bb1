// A variable without a type takes that of the cases
Chan<Integer> numbers = Chan.make(1);
numbers.send(41);
var answer = choose(receive(numbers, n -> n + 1), orElse(() -> 0));
println(answer.compareTo(42));   // Output: 0
