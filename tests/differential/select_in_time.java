// What comes before the time is over is received.
//
// Output:
// received 3
import static rendezvous.chan.Go.*;
import static rendezvous.chan.Select.*;

import rendezvous.chan.*;

void main() throws InterruptedException {
    Chan<Integer> ch = Chan.make();
    go(() -> ch.send(3));
    select(
            onReceive(ch, v -> IO.println("received " + v)),
            after(Duration.ofHours(1), () -> IO.println("timeout")));
}
