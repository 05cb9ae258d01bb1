// A select gives up after a while.
//
// Output:
// timeout
import static rendezvous.chan.Select.*;

import rendezvous.chan.*;

void main() throws InterruptedException {
    Chan<Integer> quiet = Chan.make();
    select(
            onReceive(quiet, v -> IO.println("received " + v)),
            after(Duration.ofMillis(5), () -> IO.println("timeout")));
}
