// A channel of which nobody knows what it carries
Chan<String> words = Chan.make(2);
words.send("x");
words.send("y");
ReceiveChan<?> any = words;
select(onReceive(any, value -> println(value)));   // Output: x
Object value = choose(receive(any, v -> v));
println(value);                                    // Output: y
