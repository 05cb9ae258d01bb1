// misconception: a scheduler needs a goroutine of its own
// fails: the caller does all steps itself
class MyCarousel implements Carousel {
    public void run(List<Fiber> fibers) {
        Queue<Fiber> ready = new ArrayDeque<>(fibers);
        Goroutine carrier = go("carrier", () -> {
            while (!ready.isEmpty()) {
                Fiber fiber = ready.remove();
                if (fiber.step()) {
                    ready.add(fiber);
                }
            }
        });
        try {
            carrier.await();
        } catch (InterruptedException e) {
            throw new RuntimeException(e);
        }
    }
}
