// misconception: whoever is on a carrier stays there until it has ended
// fails: on one carrier they take turns
class MyMachine implements Machine {
    public void run(int carriers, List<Fiber> fibers) throws InterruptedException {
        Queue<Fiber> ready = new ConcurrentLinkedQueue<>(fibers);
        WaitGroup group = new WaitGroup();
        for (int i = 0; i < carriers; i++) {
            group.go(() -> {
                for (Fiber fiber = ready.poll(); fiber != null; fiber = ready.poll()) {
                    while (fiber.step()) {
                    }
                }
            });
        }
        group.await();
    }
}
