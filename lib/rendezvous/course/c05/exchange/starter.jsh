class MyExchange implements Exchange {
    public String left(String mine) throws InterruptedException {
        return todo("give mine to who comes from the right, and return what they bring");
    }

    public String right(String mine) throws InterruptedException {
        return todo("give mine to who comes from the left, and return what they bring");
    }
}
