// In rounds: each round has those who answered true in the one before.
class MyCarousel implements Carousel {
    public void run(List<Fiber> fibers) {
        List<Fiber> round = fibers;
        while (!round.isEmpty()) {
            round = round.stream().filter(fiber -> fiber.step()).toList();
        }
    }
}
