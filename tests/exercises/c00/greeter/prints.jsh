// misconception: what is printed is returned
// fails: greets by name
class MyGreeter implements Greeter {
    public String greet(String name) {
        println("Hello, " + name.strip() + "!");
        return "";
    }
}
