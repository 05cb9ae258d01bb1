class MyGreeter implements Greeter {
    public String greet(String name) {
        String who = name.strip();
        return "Hello, " + (who.isEmpty() ? "stranger" : who) + "!";
    }
}
