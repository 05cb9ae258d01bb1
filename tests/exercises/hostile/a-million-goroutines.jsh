// hostile: starts a million goroutines
// says: starts goroutines without end
class MyKitchen implements Kitchen {
    public Chan<Signal> open(int n, Chan<String> orders, Chan<String> counter) throws InterruptedException {
        for (int i = 0; i < 1_000_000; i++) {
            go(() -> orders.receive());
        }
        return Chan.make();
    }
}
