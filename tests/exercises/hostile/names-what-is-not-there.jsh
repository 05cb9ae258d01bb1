// hostile: names what is not there
// error: line 6: `oders`
class MyKitchen implements Kitchen {
    public Chan<Signal> open(int n, Chan<String> orders, Chan<String> counter) throws InterruptedException {
        Chan<Signal> done = Chan.make();
        oders.receive();
        return done;
    }
}
