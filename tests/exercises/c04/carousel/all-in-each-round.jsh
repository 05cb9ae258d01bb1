// misconception: to ask one that has ended does no harm
// fails: one that has ended is left out, and nobody else
class MyCarousel implements Carousel {
    public void run(List<Fiber> fibers) {
        boolean again = true;
        while (again && !fibers.isEmpty()) {
            again = false;
            for (Fiber fiber : fibers) {
                again |= fiber.step();
            }
        }
    }
}
