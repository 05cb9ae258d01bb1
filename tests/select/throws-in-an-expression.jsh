// An expression whose code throws a checked exception
Chan<String> names = Chan.make(1);
names.send("");
try {
    String upper = choose(receive(names, name -> {
        if (name.isEmpty()) {
            throw new IOException("no name");
        }
        return name.toUpperCase();
    }));
    println(upper);
} catch (IOException e) {
    println(e.getMessage());   // Output: no name
}
