// Constructors and factory methods as the code of cases
Chan<String> names = Chan.make(2);
names.send("a");
names.send("b");
StringBuilder text = choose(receive(names, StringBuilder::new));
List<String> list = choose(receive(names, List::of), orElse(List::of));
println(text.append(list));   // Output: a[b]
