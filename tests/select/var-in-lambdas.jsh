// Parameters with var, and with types
Chan<String> words = Chan.make(3);
words.send("one");
words.send("two");
words.send("three");
select(onReceive(words, (var word) -> println(word)));                             // Output: one
select(onReceive(words, (String word) -> println(word)));                          // Output: two
int length = choose(receiveOk(words, (String word, boolean ok) -> ok ? word.length() : 0));
println(length);                                                                   // Output: 5
