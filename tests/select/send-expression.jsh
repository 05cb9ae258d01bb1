// An expression that says whether the value was sent
Chan<Integer> box = Chan.make(1);
boolean first = choose(send(box, 1, () -> true), orElse(() -> false));
boolean second = choose(send(box, 2, () -> true), orElse(() -> false));
println(first + " " + second);   // Output: true false
