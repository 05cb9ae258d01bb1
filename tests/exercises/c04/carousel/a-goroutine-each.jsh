// misconception: goroutines take turns by themselves, one step at a time
// fails: two take turns
class MyCarousel implements Carousel {
    public void run(List<Fiber> fibers) {
        WaitGroup group = new WaitGroup();
        for (Fiber fiber : fibers) {
            group.go(() -> {
                while (fiber.step()) {
                    Thread.yield();
                }
            });
        }
        try {
            group.await();
        } catch (InterruptedException e) {
            throw new RuntimeException(e);
        }
    }
}
