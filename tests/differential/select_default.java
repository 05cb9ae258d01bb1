// A select with a default never waits.
//
// Output:
// nothing to receive
// nobody receives
import static rendezvous.chan.Select.*;

import rendezvous.chan.*;

void main() throws InterruptedException {
    Chan<Integer> ch = Chan.make();
    select(
            onReceive(ch, v -> IO.println("received " + v)),
            otherwise(() -> IO.println("nothing to receive")));
    select(
            onSend(ch, 1, () -> IO.println("sent")),
            otherwise(() -> IO.println("nobody receives")));
}
