// misconception: the caller notices by itself when a goroutine ends
// fails: signals when the last dish is taken
class MyKitchen implements Kitchen {
    public Chan<Signal> open(int n, Chan<String> orders, Chan<String> counter) {
        go(() -> {
            for (int i = 0; i < n; i++) {
                counter.send("hot " + orders.receive());
            }
        });
        return Chan.make();
    }
}
