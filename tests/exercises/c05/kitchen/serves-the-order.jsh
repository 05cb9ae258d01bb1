// misconception: passing the value on is enough; what it should become is a detail
// fails: every order becomes a dish
class MyKitchen implements Kitchen {
    public Chan<Signal> open(int n, Chan<String> orders, Chan<String> counter) {
        Chan<Signal> done = Chan.make();
        go(() -> {
            for (int i = 0; i < n; i++) {
                counter.send(orders.receive());
            }
            done.send(SIGNAL);
        });
        return done;
    }
}
