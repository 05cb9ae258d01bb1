// A case whose code is an expression that gives something nobody wants
Chan<Integer> numbers = Chan.make(1);
List<Integer> seen = new ArrayList<>();
numbers.send(3);
select(onReceive(numbers, n -> seen.add(n)));
println(seen);   // Output: [3]
