// A case that sends on a closed channel can be chosen, and then panics.
//
// Output:
// recovered: send on closed channel
import static rendezvous.chan.Select.*;

import rendezvous.chan.*;

void main() throws InterruptedException {
    try {
        Chan<Integer> quiet = Chan.make();
        Chan<Integer> closed = Chan.make();
        closed.close();
        select(
                onReceive(quiet, v -> {}),
                onSend(closed, 1, () -> {}));
    } catch (ChannelClosedException e) {
        IO.println("recovered: " + e.getMessage());
    }
}
