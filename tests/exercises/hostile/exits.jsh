// hostile: ends the JVM
// says: would end the whole kernel
class MyKitchen implements Kitchen {
    public Chan<Signal> open(int n, Chan<String> orders, Chan<String> counter) throws InterruptedException {
        System.exit(3);
        return Chan.make();
    }
}
