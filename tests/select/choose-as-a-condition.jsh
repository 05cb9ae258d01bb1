// An expression as the condition of a loop
Chan<String> in = Chan.make(2);
in.send("one");
in.send("two");
in.close();
while (choose(receiveOk(in, (word, ok) -> {
    if (ok) {
        println(word);
    }
    return ok;
}))) {
    println("and");
}
// Output: one
// Output: and
// Output: two
// Output: and
