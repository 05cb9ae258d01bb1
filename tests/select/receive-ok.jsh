// A statement that sees the close
Chan<String> words = Chan.make(1);
words.send("last");
words.close();
for (int i = 0; i < 2; i++) {
    select(onReceiveOk(words, (word, ok) -> println(word + " " + ok)));
}
// Output: last true
// Output: null false
