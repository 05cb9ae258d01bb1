// A mutex is not reentrant: who locks it twice waits for itself.
//
// Output:
// locked
// Stderr: fatal error: all goroutines are asleep - deadlock!
import rendezvous.sync.*;

void main() throws InterruptedException {
    Mutex mutex = new Mutex();
    mutex.lock();
    IO.println("locked");
    mutex.lock();
    IO.println("locked twice");
}
