class MyPromises implements Promises {
    public Promise begin(Finder finder) {
        return todo("start finding the value, and return a promise of it");
    }
}
