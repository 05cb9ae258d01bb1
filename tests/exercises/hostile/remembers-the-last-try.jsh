// hostile: behaves differently each time
// says: does not do the same when it is tried once more
class MyKitchen implements Kitchen {
    private static int calls;

    public Chan<Signal> open(int n, Chan<String> orders, Chan<String> counter) throws InterruptedException {
        if (calls++ == 0) {
            throw new IllegalStateException("only once");
        }
        return Chan.make();
    }
}
