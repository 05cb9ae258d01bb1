// A statement over an array of cases
Chan<Integer> first = Chan.make(1);
Chan<Integer> second = Chan.make(1);
second.send(2);
List<Clause<RuntimeException>> clauses = new ArrayList<>();
for (Chan<Integer> source : List.of(first, second)) {
    clauses.add(onReceive(source, n -> println("got " + n)));
}
select(clauses.toArray(Clause<?>[]::new));   // Output: got 2
