// hostile: calls the check from inside
// says: A check cannot be called from within a check
class MyKitchen implements Kitchen {
    public Chan<Signal> open(int n, Chan<String> orders, Chan<String> counter) throws InterruptedException {
        throw new IllegalStateException(check("05.1", MyKitchen::new).text());
    }
}
