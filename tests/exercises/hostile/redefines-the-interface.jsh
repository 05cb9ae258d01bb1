// hostile: declares an interface of the same name
// says: declares a `Kitchen` of its own
// alone: reference to Kitchen is ambiguous
interface Kitchen {
    Chan<Signal> open(int n, Chan<String> orders, Chan<String> counter);
}

class MyKitchen implements Kitchen {
    public Chan<Signal> open(int n, Chan<String> orders, Chan<String> counter) {
        return Chan.make();
    }
}
