// hostile: computes without end in a stream of the JDK
// says: never comes to rest
class MyKitchen implements Kitchen {
    public Chan<Signal> open(int n, Chan<String> orders, Chan<String> counter) throws InterruptedException {
        java.util.stream.LongStream.iterate(0, x -> (x + 1) % 1000).filter(x -> x < 0).findFirst();
        return Chan.make();
    }
}
