class MyKitchen implements Kitchen {
    public Chan<Signal> open(int n, Chan<String> orders, Chan<String> counter) {
        Chan<Signal> done = Chan.make();
        go(() -> {
            for (int i = 0; i < n; i++) {
                String order = orders.receive();
                counter.send("hot " + order);
            }
            done.send(SIGNAL);
        });
        return done;
    }
}
