// hostile: ends the JVM at once
// says: would end the whole kernel
class MyKitchen implements Kitchen {
    public Chan<Signal> open(int n, Chan<String> orders, Chan<String> counter) throws InterruptedException {
        Runtime.getRuntime().halt(3);
        return Chan.make();
    }
}
