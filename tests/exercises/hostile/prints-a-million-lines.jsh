// hostile: prints a million lines
// says: never comes to rest
class MyKitchen implements Kitchen {
    public Chan<Signal> open(int n, Chan<String> orders, Chan<String> counter) throws InterruptedException {
        for (int i = 0; i < 1_000_000; i++) {
            println("line " + i);
        }
        return Chan.make();
    }
}
