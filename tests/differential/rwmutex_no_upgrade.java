// A reader cannot become a writer: it would wait for itself to leave.
//
// Output:
// reads
// Stderr: fatal error: all goroutines are asleep - deadlock!
import rendezvous.sync.*;

void main() throws InterruptedException {
    RWMutex mutex = new RWMutex();
    mutex.rLock();
    IO.println("reads");
    mutex.lock();
    IO.println("writes");
}
