// misconception: a list that was handed over is mine
// fails: the list is left as it was
class MyCarousel implements Carousel {
    public void run(List<Fiber> fibers) {
        while (!fibers.isEmpty()) {
            Fiber fiber = fibers.remove(0);
            if (fiber.step()) {
                fibers.add(fiber);
            }
        }
    }
}
