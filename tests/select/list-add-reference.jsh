// A method reference whose method gives something nobody wants, and is overloaded
Chan<Integer> numbers = Chan.make(1);
List<Integer> seen = new ArrayList<>();
numbers.send(3);
select(onReceive(numbers, seen::add));
println(seen);   // Output: [3]
