// Who may come in beside whom.
//
// Output:
// reader beside reader: true
// writer beside readers: false
// writer alone: true
// writer beside writer: false
// reader beside writer: false
import rendezvous.sync.*;

void main() throws InterruptedException {
    RWMutex mutex = new RWMutex();
    mutex.rLock();
    IO.println("reader beside reader: " + mutex.tryRLock());
    IO.println("writer beside readers: " + mutex.tryLock());
    mutex.rUnlock();
    mutex.rUnlock();
    IO.println("writer alone: " + mutex.tryLock());
    IO.println("writer beside writer: " + mutex.tryLock());
    IO.println("reader beside writer: " + mutex.tryRLock());
}
