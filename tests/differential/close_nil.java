// A nil channel cannot be closed.
//
// Output:
// recovered: close of nil channel
import rendezvous.chan.*;

void main() {
    try {
        Chan<Integer> ch = Chan.never();
        ch.close();
    } catch (IllegalStateException e) {
        IO.println("recovered: " + e.getMessage());
    }
}
