// References to methods that are overloaded many times
Chan<Integer> numbers = Chan.make(2);
numbers.send(1);
numbers.send(2);
select(onReceive(numbers, IO::println));           // Output: 1
select(onReceive(numbers, System.out::println));   // Output: 2
