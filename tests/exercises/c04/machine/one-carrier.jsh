// misconception: to take turns is to run at the same time
// fails: as many steps at a time as carriers
class MyMachine implements Machine {
    public void run(int carriers, List<Fiber> fibers) throws InterruptedException {
        Deque<Fiber> ready = new ArrayDeque<>(fibers);
        while (!ready.isEmpty()) {
            Fiber fiber = ready.remove();
            if (fiber.step()) {
                ready.add(fiber);
            }
        }
    }
}
