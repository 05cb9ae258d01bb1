// misconception: a method that has something to return may return nothing
// fails: greets by name
class MyGreeter implements Greeter {
    public String greet(String name) {
        return null;
    }
}
