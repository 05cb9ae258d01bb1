// One was counted who never says that it is done.
//
// Output:
// one is done
// Stderr: fatal error: all goroutines are asleep - deadlock!
import static rendezvous.chan.Go.*;

import rendezvous.sync.*;

void main() throws InterruptedException {
    WaitGroup group = new WaitGroup();
    group.add(2);
    go(() -> {
        IO.println("one is done");
        group.done();
    });
    group.await();
    IO.println("all are done");
}
