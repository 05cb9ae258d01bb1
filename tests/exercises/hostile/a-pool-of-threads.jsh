// hostile: waits for a pool of threads of the platform
// says: by means of the JDK, where no check can follow it
class MyKitchen implements Kitchen {
    public Chan<Signal> open(int n, Chan<String> orders, Chan<String> counter) throws InterruptedException {
        try (ExecutorService pool = Executors.newFixedThreadPool(2)) {
            pool.submit(() -> 1).get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
        return Chan.make();
    }
}
