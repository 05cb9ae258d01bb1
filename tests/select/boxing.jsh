// Results of primitive types
Chan<Integer> numbers = Chan.make(4);
for (int i = 1; i <= 4; i++) {
    numbers.send(i);
}
int n = choose(receive(numbers, i -> i));
long big = choose(receive(numbers, i -> i * 1_000_000_000_000L));
double half = choose(receive(numbers, i -> i / 2.0));
char letter = choose(receive(numbers, i -> (char) ('a' + i)));
println(n + " " + big + " " + half + " " + letter);   // Output: 1 2000000000000 1.5 e
