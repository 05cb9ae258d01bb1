class MyMachine implements Machine {
    public void run(int carriers, List<Fiber> fibers) throws InterruptedException {
        Queue<Fiber> ready = new ConcurrentLinkedQueue<>(fibers);
        WaitGroup group = new WaitGroup();
        for (int i = 0; i < carriers; i++) {
            group.go(() -> {
                for (Fiber fiber = ready.poll(); fiber != null; fiber = ready.poll()) {
                    if (fiber.step()) {
                        ready.add(fiber);
                    }
                }
            });
        }
        group.await();
    }
}
