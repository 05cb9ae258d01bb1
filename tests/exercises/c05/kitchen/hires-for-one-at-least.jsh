// misconception: there is always something to do, so look at the count afterwards
// fails: signals at once if there is nothing to cook
class MyKitchen implements Kitchen {
    public Chan<Signal> open(int n, Chan<String> orders, Chan<String> counter) {
        Chan<Signal> done = Chan.make();
        go(() -> {
            int cooked = 0;
            do {
                counter.send("hot " + orders.receive());
                cooked++;
            } while (cooked < n);
            done.send(SIGNAL);
        });
        return done;
    }
}
