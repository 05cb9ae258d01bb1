// A send on a closed channel panics, though its buffer has room.
//
// Output:
// recovered: send on closed channel
import rendezvous.chan.*;

void main() throws InterruptedException {
    try {
        Chan<Integer> ch = Chan.make(1);
        ch.close();
        ch.send(1);
    } catch (ChannelClosedException e) {
        IO.println("recovered: " + e.getMessage());
    }
}
