// hostile: computes without end
// says: never comes to rest
class MyKitchen implements Kitchen {
    public Chan<Signal> open(int n, Chan<String> orders, Chan<String> counter) throws InterruptedException {
        while (true) {
            Thread.onSpinWait();
        }
    }
}
