// Who waits must have the lock, which is unlocked meanwhile.
//
// Output:
// has no lock
// Stderr: fatal error: sync: unlock of unlocked mutex
import rendezvous.sync.*;

void main() throws InterruptedException {
    Cond cond = new Cond(new Mutex());
    IO.println("has no lock");
    cond.await();
}
