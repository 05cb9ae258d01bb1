// misconception: one that is being carried can stay in the queue
// fails: each fiber does its steps, one after the other
class MyMachine implements Machine {
    public void run(int carriers, List<Fiber> fibers) throws InterruptedException {
        Queue<Fiber> ready = new ConcurrentLinkedQueue<>(fibers);
        WaitGroup group = new WaitGroup();
        for (int i = 0; i < carriers; i++) {
            group.go(() -> {
                for (Fiber fiber = ready.peek(); fiber != null; fiber = ready.peek()) {
                    if (!fiber.step()) {
                        ready.remove(fiber);
                    }
                }
            });
        }
        group.await();
    }
}
