// misconception: a queue is a queue
// fails: each fiber does its steps, one after the other
// finds: Data race
class MyMachine implements Machine {
    public void run(int carriers, List<Fiber> fibers) throws InterruptedException {
        Deque<Fiber> ready = new ArrayDeque<>(fibers);
        WaitGroup group = new WaitGroup();
        for (int i = 0; i < carriers; i++) {
            group.go(() -> {
                while (!ready.isEmpty()) {
                    Fiber fiber = ready.remove();
                    if (fiber.step()) {
                        ready.add(fiber);
                    }
                }
            });
        }
        group.await();
    }
}
