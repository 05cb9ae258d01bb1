// hostile: waits for somebody who never comes
// says: `open` has not returned: it waits to receive on `orders`
class MyKitchen implements Kitchen {
    public Chan<Signal> open(int n, Chan<String> orders, Chan<String> counter) throws InterruptedException {
        orders.receive();
        return Chan.make();
    }
}
