// Beside a case that is ready, a send on a closed channel panics now and then only.
//
// Outcomes: received 1 | recovered: send on closed channel
import static rendezvous.chan.Select.*;

import rendezvous.chan.*;

void main() throws InterruptedException {
    try {
        Chan<Integer> ready = Chan.make(1);
        Chan<Integer> closed = Chan.make();
        ready.send(1);
        closed.close();
        select(
                onReceive(ready, v -> IO.println("received " + v)),
                onSend(closed, 1, () -> {}));
    } catch (ChannelClosedException e) {
        IO.println("recovered: " + e.getMessage());
    }
}
