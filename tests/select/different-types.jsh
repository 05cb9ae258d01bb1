// Cases that give numbers of different types
Chan<Integer> whole = Chan.make();
Chan<Double> real = Chan.make(1);
real.send(2.5);
Number number = choose(receive(whole, n -> n), receive(real, x -> x));
println(number);   // Output: 2.5
