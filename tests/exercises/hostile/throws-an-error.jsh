// hostile: throws an Error
// says: Your code threw `AssertionError`: never
class MyKitchen implements Kitchen {
    public Chan<Signal> open(int n, Chan<String> orders, Chan<String> counter) throws InterruptedException {
        throw new AssertionError("never");
    }
}
