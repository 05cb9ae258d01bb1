// One reader came, and two leave.
//
// Output:
// once is right
// Stderr: fatal error: sync: RUnlock of unlocked RWMutex
import rendezvous.sync.*;

void main() throws InterruptedException {
    RWMutex mutex = new RWMutex();
    mutex.rLock();
    mutex.rUnlock();
    IO.println("once is right");
    mutex.rUnlock();
}
