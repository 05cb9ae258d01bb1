// hostile: sleeps for ever
// says: `open` has not returned: it sleeps
class MyKitchen implements Kitchen {
    public Chan<Signal> open(int n, Chan<String> orders, Chan<String> counter) throws InterruptedException {
        Thread.sleep(Long.MAX_VALUE);
        return Chan.make();
    }
}
