// Nor does a send that would not wait overlook that a channel is closed.
//
// Output:
// recovered: send on closed channel
import rendezvous.chan.*;

void main() {
    try {
        Chan<Integer> ch = Chan.make();
        ch.close();
        if (!ch.trySend(1)) {
            IO.println("not sent");
        }
    } catch (ChannelClosedException e) {
        IO.println("recovered: " + e.getMessage());
    }
}
