// hostile: throws in its constructor
// says: Your code threw `IllegalStateException`: the oven is off
class MyKitchen implements Kitchen {
    MyKitchen() {
        throw new IllegalStateException("the oven is off");
    }

    public Chan<Signal> open(int n, Chan<String> orders, Chan<String> counter) {
        return Chan.make();
    }
}
