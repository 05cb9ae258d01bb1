// A case whose code is several statements
Chan<Integer> numbers = Chan.make(1);
numbers.send(20);
select(onReceive(numbers, n -> {
    int twice = 2 * n;
    println(n + " and " + twice);
}));
// Output: 20 and 40
