// A channel of some numbers
Chan<Integer> integers = Chan.make(2);
integers.send(4);
integers.send(5);
ReceiveChan<? extends Number> numbers = integers;
select(onReceive(numbers, n -> println(n.doubleValue())));     // Output: 4.0
Number any = choose(receive(numbers, n -> n), orElse(() -> 0));
println(any);                                                  // Output: 5
