// hostile: calls itself without end, and catches the overflow
// says: calls itself without end
class MyKitchen implements Kitchen {
    public Chan<Signal> open(int n, Chan<String> orders, Chan<String> counter) throws InterruptedException {
        try {
            return open(n + 1, orders, counter);
        } catch (StackOverflowError e) {
            return open(n, orders, counter);
        }
    }
}
