// A case that throws a checked exception, caught by its type
Chan<String> names = Chan.make(1);
names.send("notes.txt");
try {
    select(
            onReceive(names, name -> { throw new IOException("no file " + name); }),
            after(ofSeconds(60), () -> println("too late")));
} catch (IOException e) {
    println(e.getMessage());   // Output: no file notes.txt
}
