// hostile: ends the JVM in a goroutine
// says: would end the whole kernel
class MyKitchen implements Kitchen {
    public Chan<Signal> open(int n, Chan<String> orders, Chan<String> counter) throws InterruptedException {
        go(() -> Runtime.getRuntime().exit(3));
        return Chan.make();
    }
}
