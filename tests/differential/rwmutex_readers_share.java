// Readers share it: each of these two needs the other to be there at the same time.
//
// Output:
// both read
import rendezvous.chan.*;
import rendezvous.sync.*;

void main() throws InterruptedException {
    RWMutex mutex = new RWMutex();
    WaitGroup group = new WaitGroup();
    Chan<Boolean> meet = Chan.make();
    group.go(() -> {
        mutex.rLock();
        try {
            meet.send(true);
        } finally {
            mutex.rUnlock();
        }
    });
    group.go(() -> {
        mutex.rLock();
        try {
            meet.receive();
            IO.println("both read");
        } finally {
            mutex.rUnlock();
        }
    });
    group.await();
}
