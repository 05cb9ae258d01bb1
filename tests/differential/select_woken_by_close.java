// A close wakes a select that waits to receive.
//
// Output:
// woken
import static rendezvous.chan.Go.*;
import static rendezvous.chan.Select.*;

import rendezvous.chan.*;

void main() throws InterruptedException {
    Chan<Integer> quiet = Chan.make();
    Chan<Signal> done = Chan.make();
    Chan<String> woken = Chan.make();
    go(() -> select(
            onReceive(quiet, v -> woken.send("by a value")),
            onClosed(done, () -> woken.send("woken"))));
    done.close();
    IO.println(woken.receive());
}
