class MyKitchen implements Kitchen {
    public Chan<Signal> open(int n, Chan<String> orders, Chan<String> counter) {
        return todo("start a cook and return the channel on which it signals");
    }
}
