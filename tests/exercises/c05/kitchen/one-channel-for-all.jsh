// misconception: a channel in a field can be shared, since a channel is safe to share
// fails: two kitchens do not mix
class MyKitchen implements Kitchen {
    private final Chan<Signal> done = Chan.make();

    public Chan<Signal> open(int n, Chan<String> orders, Chan<String> counter) {
        go(() -> {
            for (int i = 0; i < n; i++) {
                counter.send("hot " + orders.receive());
            }
            done.send(SIGNAL);
        });
        return done;
    }
}
