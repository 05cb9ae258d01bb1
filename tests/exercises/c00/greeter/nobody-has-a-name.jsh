// misconception: everybody has a name
// fails: nobody is a stranger
class MyGreeter implements Greeter {
    public String greet(String name) {
        return "Hello, " + name.strip() + "!";
    }
}
