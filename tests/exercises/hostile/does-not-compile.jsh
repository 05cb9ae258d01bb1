// hostile: does not compile
// error: line 6: incompatible types: String cannot be converted to int
class MyKitchen implements Kitchen {
    public Chan<Signal> open(int n, Chan<String> orders, Chan<String> counter) throws InterruptedException {
        Chan<Signal> done = Chan.make();
        int soup = orders.receive();
        return done;
    }
}
