// An expression as an operand and as an argument
Chan<Integer> numbers = Chan.make(3);
numbers.send(1);
numbers.send(2);
numbers.send(3);
int next = 1 + choose(receive(numbers, n -> n));
println(next);                                            // Output: 2
println(choose(receive(numbers, n -> n * n)));            // Output: 4
println("then " + choose(receive(numbers, n -> n)));      // Output: then 3
