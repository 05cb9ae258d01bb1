// misconception: a carrier that has nothing to do looks again later
// fails: leaves no carrier behind
class MyMachine implements Machine {
    public void run(int carriers, List<Fiber> fibers) throws InterruptedException {
        Queue<Fiber> ready = new ConcurrentLinkedQueue<>(fibers);
        WaitGroup group = new WaitGroup();
        group.add(fibers.size());
        for (int i = 0; i < carriers; i++) {
            go(() -> {
                while (true) {
                    Fiber fiber = ready.poll();
                    if (fiber == null) {
                        sleep(Duration.ofMinutes(1));
                    } else if (fiber.step()) {
                        ready.add(fiber);
                    } else {
                        group.done();
                    }
                }
            });
        }
        group.await();
    }
}
