// Cases that throw checked exceptions of one family: the select throws what they have in common
Chan<String> names = Chan.make(1);
Chan<String> others = Chan.make();
names.send("notes.txt");
try {
    select(
            onReceive(names, name -> { throw new java.io.FileNotFoundException(name); }),
            onReceive(others, name -> { throw new IOException(name); }));
} catch (IOException e) {
    println(e);   // Output: java.io.FileNotFoundException: notes.txt
}
