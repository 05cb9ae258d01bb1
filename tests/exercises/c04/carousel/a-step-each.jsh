// misconception: a fiber has one step
// fails: one fiber does all its steps
class MyCarousel implements Carousel {
    public void run(List<Fiber> fibers) {
        for (Fiber fiber : fibers) {
            fiber.step();
        }
    }
}
