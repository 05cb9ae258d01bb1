// misconception: it does not matter at which end a queue is filled
// fails: two take turns
class MyCarousel implements Carousel {
    public void run(List<Fiber> fibers) {
        Deque<Fiber> ready = new ArrayDeque<>(fibers);
        while (!ready.isEmpty()) {
            Fiber fiber = ready.pop();
            if (fiber.step()) {
                ready.push(fiber);
            }
        }
    }
}
