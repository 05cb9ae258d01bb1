// misconception: who is dealt out evenly stays so
// fails: no carrier is free while a fiber waits
class MyMachine implements Machine {
    public void run(int carriers, List<Fiber> fibers) throws InterruptedException {
        WaitGroup group = new WaitGroup();
        for (int i = 0; i < carriers; i++) {
            Deque<Fiber> mine = new ArrayDeque<>();
            for (int k = i; k < fibers.size(); k += carriers) {
                mine.add(fibers.get(k));
            }
            group.go(() -> {
                while (!mine.isEmpty()) {
                    Fiber fiber = mine.remove();
                    if (fiber.step()) {
                        mine.add(fiber);
                    }
                }
            });
        }
        group.await();
    }
}
