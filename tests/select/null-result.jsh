// A case that gives null
Chan<String> names = Chan.make();
String name = choose(receive(names, n -> n), orElse(() -> null));
println(name == null);   // Output: true
