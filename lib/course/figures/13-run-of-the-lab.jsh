// A run of the lab
// The same seed makes the same run and the same picture; time is counted in steps.
Lab.explore(() -> {
    Mutex fork = new Mutex(), spoon = new Mutex();
    Goroutine left = go("left", () -> {
        fork.lock(); spoon.lock(); spoon.unlock(); fork.unlock();
    });
    Goroutine right = go("right", () -> {
        spoon.lock(); fork.lock(); fork.unlock(); spoon.unlock();
    });
    left.await();
    right.await();
})
