// Who waits for whom
// The cycle is marked: each waits for the next, and none can go on.
WaitForGraph.of(Lab.explore(() -> {
    Mutex fork = new Mutex(), spoon = new Mutex(), knife = new Mutex();
    go("ann", () -> { fork.lock(); spoon.lock(); spoon.unlock(); fork.unlock(); });
    go("bob", () -> { spoon.lock(); knife.lock(); knife.unlock(); spoon.unlock(); });
    go("cleo", () -> { knife.lock(); fork.lock(); fork.unlock(); knife.unlock(); });
}).run().failed().orElseThrow())
