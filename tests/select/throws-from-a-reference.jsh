// A reference to a method that throws
record Parser(int max) {
    void check(Integer n) throws java.text.ParseException {
        if (n > max) {
            throw new java.text.ParseException("too large: " + n, 0);
        }
        println(n + " is fine");
    }
}
Parser parser = new Parser(10);
Chan<Integer> numbers = Chan.make(2);
numbers.send(9);
numbers.send(11);
try {
    while (true) {
        select(onReceive(numbers, parser::check));   // Output: 9 is fine
    }
} catch (java.text.ParseException e) {
    println(e.getMessage());   // Output: too large: 11
}
