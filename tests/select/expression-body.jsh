// A case whose code is an expression that gives nothing
Chan<String> words = Chan.make(1);
words.send("hello");
select(onReceive(words, word -> println(word)));   // Output: hello
