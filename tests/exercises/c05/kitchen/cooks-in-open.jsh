// misconception: the work can be done in open itself; whoever calls it will just wait
// fails: open returns at once
class MyKitchen implements Kitchen {
    public Chan<Signal> open(int n, Chan<String> orders, Chan<String> counter) throws InterruptedException {
        for (int i = 0; i < n; i++) {
            counter.send("hot " + orders.receive());
        }
        Chan<Signal> done = Chan.make();
        done.send(SIGNAL);
        return done;
    }
}
