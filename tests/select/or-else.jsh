// A default value
Chan<String> names = Chan.make();
String name = choose(receive(names, n -> n), orElse(() -> "nobody"));
println(name);   // Output: nobody
