// misconception: the real scheduler does it anyway
// fails: never more steps at a time than carriers
class MyMachine implements Machine {
    public void run(int carriers, List<Fiber> fibers) throws InterruptedException {
        WaitGroup group = new WaitGroup();
        for (Fiber fiber : fibers) {
            group.go(() -> {
                while (fiber.step()) {
                }
            });
        }
        group.await();
    }
}
