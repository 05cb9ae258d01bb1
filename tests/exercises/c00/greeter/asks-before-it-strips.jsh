// misconception: a text of blanks is empty
// fails: nobody is a stranger
class MyGreeter implements Greeter {
    public String greet(String name) {
        if (name.isEmpty()) {
            return "Hello, stranger!";
        }
        return "Hello, " + name.strip() + "!";
    }
}
