// A reader's lock is not a writer's: there is no writer to unlock for.
//
// Output:
// reads
// Stderr: fatal error: sync: Unlock of unlocked RWMutex
import rendezvous.sync.*;

void main() throws InterruptedException {
    RWMutex mutex = new RWMutex();
    mutex.rLock();
    IO.println("reads");
    mutex.unlock();
}
