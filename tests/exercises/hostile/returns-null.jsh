// hostile: returns null
// says: `open` returned null
class MyKitchen implements Kitchen {
    public Chan<Signal> open(int n, Chan<String> orders, Chan<String> counter) throws InterruptedException {
        return null;
    }
}
