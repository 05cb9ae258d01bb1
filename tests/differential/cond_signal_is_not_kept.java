// A signal for which nobody waits is lost: it is not kept for who comes later.
//
// Output:
// signalled
// Stderr: fatal error: all goroutines are asleep - deadlock!
import rendezvous.sync.*;

void main() throws InterruptedException {
    Mutex mutex = new Mutex();
    Cond cond = new Cond(mutex);
    cond.signal();
    cond.broadcast();
    IO.println("signalled");
    mutex.lock();
    cond.await();
    IO.println("woken");
}
