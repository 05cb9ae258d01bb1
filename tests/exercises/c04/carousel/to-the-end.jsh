// misconception: whoever has begun goes on until it has ended
// fails: two take turns
class MyCarousel implements Carousel {
    public void run(List<Fiber> fibers) {
        for (Fiber fiber : fibers) {
            while (fiber.step()) {
            }
        }
    }
}
