// misconception: carriers that are started have done their work
// fails: returns when all have ended
class MyMachine implements Machine {
    public void run(int carriers, List<Fiber> fibers) throws InterruptedException {
        Queue<Fiber> ready = new ConcurrentLinkedQueue<>(fibers);
        for (int i = 0; i < carriers; i++) {
            go(() -> {
                for (Fiber fiber = ready.poll(); fiber != null; fiber = ready.poll()) {
                    if (fiber.step()) {
                        ready.add(fiber);
                    }
                }
            });
        }
    }
}
