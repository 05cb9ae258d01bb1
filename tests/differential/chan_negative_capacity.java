// A channel cannot be made with a negative capacity.
//
// Output:
// recovered: makechan: size out of range
import rendezvous.chan.*;

void main() {
    int capacity = -1;
    try {
        Chan.make(capacity);
    } catch (IllegalArgumentException e) {
        IO.println("recovered: " + e.getMessage());
    }
}
