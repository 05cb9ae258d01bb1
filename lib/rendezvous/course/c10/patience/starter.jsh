class MyPatience implements Patience {
    public Optional<String> ask(Server server, Duration limit) throws InterruptedException {
        return todo("ask the server, and give up when the limit is over");
    }
}
