// hostile: closes the channels of the check
// says: ChannelClosedException
class MyKitchen implements Kitchen {
    public Chan<Signal> open(int n, Chan<String> orders, Chan<String> counter) throws InterruptedException {
        orders.close();
        counter.close();
        return Chan.make();
    }
}
