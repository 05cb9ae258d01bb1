class MyGreeter implements Greeter {
    public String greet(String name) {
        return todo("return the greeting");
    }
}
