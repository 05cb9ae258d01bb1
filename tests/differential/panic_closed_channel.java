// A panic of the runtime's own, in a goroutine.
//
// Output:
// closing
// Stderr: panic: send on closed channel
import static rendezvous.chan.Go.*;

import rendezvous.chan.*;

void main() throws InterruptedException {
    Chan<Integer> ch = Chan.make();
    IO.println("closing");
    ch.close();
    go(() -> ch.send(1)).await();
}
