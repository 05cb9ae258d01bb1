// A select without a case waits until it is interrupted
Goroutine waiting = go(() -> select());
waiting.interrupt();
try {
    waiting.await();
} catch (PanicException e) {
    println(e.getCause().getClass().getSimpleName());   // Output: InterruptedException
}
