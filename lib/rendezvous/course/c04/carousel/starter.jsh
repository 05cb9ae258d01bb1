class MyCarousel implements Carousel {
    public void run(List<Fiber> fibers) {
        todo("let the fibers take turns, a step each, until all have ended");
    }
}
