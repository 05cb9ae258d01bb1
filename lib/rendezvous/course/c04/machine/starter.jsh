class MyMachine implements Machine {
    public void run(int carriers, List<Fiber> fibers) throws InterruptedException {
        todo("let the fibers take turns on the carriers, and wait until all have ended");
    }
}
