// A closed channel is ready for every receive, so the default is not taken.
//
// Output:
// closed
// closed
import static rendezvous.chan.Select.*;

import rendezvous.chan.*;

void main() throws InterruptedException {
    Chan<Integer> ch = Chan.make();
    ch.close();
    for (int i = 0; i < 2; i++) {
        select(
                onClosed(ch, () -> IO.println("closed")),
                otherwise(() -> IO.println("not ready")));
    }
}
