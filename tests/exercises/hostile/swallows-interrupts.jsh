// hostile: goes on when it is interrupted
// says: `open` has not returned: it waits to receive on `orders`
class MyKitchen implements Kitchen {
    public Chan<Signal> open(int n, Chan<String> orders, Chan<String> counter) {
        while (true) {
            try {
                orders.receive();
            } catch (InterruptedException e) {
                n++;
            }
        }
    }
}
