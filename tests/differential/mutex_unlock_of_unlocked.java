// An unlock too many is fatal in Go, and cannot be recovered. In Java it is an exception.
//
// Output:
// once is right
// Stderr: fatal error: sync: unlock of unlocked mutex
import rendezvous.sync.*;

void main() throws InterruptedException {
    Mutex mutex = new Mutex();
    mutex.lock();
    mutex.unlock();
    IO.println("once is right");
    mutex.unlock();
}
