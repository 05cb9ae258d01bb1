// hostile: starts a million virtual threads
// says: starts goroutines without end
class MyKitchen implements Kitchen {
    public Chan<Signal> open(int n, Chan<String> orders, Chan<String> counter) throws InterruptedException {
        for (int i = 0; i < 1_000_000; i++) {
            Thread.startVirtualThread(() -> {
                try {
                    orders.receive();
                } catch (InterruptedException e) {
                    return;
                }
            });
        }
        return Chan.make();
    }
}
