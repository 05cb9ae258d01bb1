// A select whose goroutine is interrupted cleans up
Chan<Integer> quiet = Chan.make();
Goroutine waiting = go(() -> {
    try {
        select(onReceive(quiet, n -> println(n)));
    } catch (InterruptedException e) {
        println("cleaned up");
    }
});
waiting.interrupt();
waiting.await();   // Output: cleaned up
