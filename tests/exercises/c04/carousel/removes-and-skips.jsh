// misconception: the next one keeps its place when one is removed
// fails: one that has ended is left out, and nobody else
class MyCarousel implements Carousel {
    public void run(List<Fiber> fibers) {
        List<Fiber> left = new ArrayList<>(fibers);
        while (!left.isEmpty()) {
            for (int i = 0; i < left.size(); i++) {
                if (!left.get(i).step()) {
                    left.remove(i);
                }
            }
        }
    }
}
