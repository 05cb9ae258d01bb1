// Levels that somebody looks at
// What is no channel of the library is looked at again and again.
var slow = new LinkedBlockingQueue<Integer>();
var quick = new LinkedBlockingQueue<Integer>();
void take(BlockingQueue<Integer> from, int millis) throws InterruptedException {
    for (int i = 0; i < 60; i++) { from.take(); sleep(ofMillis(millis)); }
}
Watch.every(ofMillis(1)).level("slow", slow::size).level("quick", quick::size).during(() -> {
    Goroutine one = go(() -> take(slow, 5)), other = go(() -> take(quick, 3));
    for (int i = 0; i < 60; i++) { slow.put(i); quick.put(i); sleep(ofMillis(2)); }
    one.await();
    other.await();
}).chart("Two queues of the JDK", "waiting")
