// hostile: starts a goroutine that computes without end
// says: never comes to rest
class MyKitchen implements Kitchen {
    public Chan<Signal> open(int n, Chan<String> orders, Chan<String> counter) throws InterruptedException {
        go(() -> {
            long i = 0;
            while (i >= 0) {
                i = (i + 1) % 1000;
            }
        });
        return Chan.make();
    }
}
