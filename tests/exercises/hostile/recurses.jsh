// hostile: calls itself without end
// says: calls itself without end
class MyKitchen implements Kitchen {
    public Chan<Signal> open(int n, Chan<String> orders, Chan<String> counter) throws InterruptedException {
        return open(n + 1, orders, counter);
    }
}
