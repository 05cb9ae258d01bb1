class MyCarousel implements Carousel {
    public void run(List<Fiber> fibers) {
        Queue<Fiber> ready = new ArrayDeque<>(fibers);
        while (!ready.isEmpty()) {
            Fiber fiber = ready.remove();
            if (fiber.step()) {
                ready.add(fiber);
            }
        }
    }
}
