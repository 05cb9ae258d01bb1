// A select that is made once, in the condition of a loop
Chan<Integer> in = Chan.make(3);
in.send(1);
in.send(2);
in.close();
Chan<Signal> stop = Chan.make();
var s = new Select();
var number = s.receive(in);
s.closed(stop);
int sum = 0;
while (s.await() == number.index() && number.ok()) {
    sum += number.value();
}
println(sum);   // Output: 3
