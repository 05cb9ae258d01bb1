class MyCopyists implements Copyists {
    public ReceiveChan<String> copy(ReceiveChan<String> pages, int scribes, Hand hand) {
        return todo("let the scribes share the pages, and close when the last is done");
    }
}
