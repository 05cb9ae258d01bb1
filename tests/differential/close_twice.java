// A second close panics.
//
// Output:
// recovered: close of closed channel
import rendezvous.chan.*;

void main() {
    try {
        Chan<Integer> ch = Chan.make();
        ch.close();
        ch.close();
    } catch (ChannelClosedException e) {
        IO.println("recovered: " + e.getMessage());
    }
}
