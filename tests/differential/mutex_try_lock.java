// TryLock locks what is free, and never waits; nor does it lock twice for the one that has it.
//
// Output:
// true
// false
// false in another goroutine
// true when it is free
import static rendezvous.chan.Go.*;

import rendezvous.chan.*;
import rendezvous.sync.*;

void main() throws InterruptedException {
    Mutex mutex = new Mutex();
    IO.println(mutex.tryLock());
    IO.println(mutex.tryLock());
    Chan<Boolean> tried = Chan.make();
    go(() -> tried.send(mutex.tryLock()));
    IO.println(tried.receive() + " in another goroutine");
    mutex.unlock();
    go(() -> tried.send(mutex.tryLock()));
    IO.println(tried.receive() + " when it is free");
}
