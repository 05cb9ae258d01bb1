// misconception: what fits the example is right
// fails: greets by name
class MyGreeter implements Greeter {
    public String greet(String name) {
        return "Hello, Ann!";
    }
}
