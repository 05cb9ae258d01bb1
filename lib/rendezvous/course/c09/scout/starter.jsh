class MyScout implements Scout {
    public Optional<String> first(List<Mirror> mirrors, ReceiveChan<Signal> quit)
            throws InterruptedException {
        return todo("ask all mirrors and return the first answer");
    }
}
