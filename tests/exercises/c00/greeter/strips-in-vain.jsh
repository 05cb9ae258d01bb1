// misconception: strip changes the text
// fails: blanks do not belong to a name
class MyGreeter implements Greeter {
    public String greet(String name) {
        name.strip();
        return "Hello, " + (name.isBlank() ? "stranger" : name) + "!";
    }
}
