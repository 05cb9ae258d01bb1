// Channels and values are worked out once, in the order in which they are written, whichever case is chosen.
//
// Output:
// channel in
// channel out
// value 42
// sent
import static rendezvous.chan.Select.*;

import rendezvous.chan.*;

Chan<Integer> channel(String name, int capacity) {
    IO.println("channel " + name);
    return Chan.make(capacity);
}

int value(int v) {
    IO.println("value " + v);
    return v;
}

void main() throws InterruptedException {
    select(
            onReceive(channel("in", 0), v -> IO.println("received")),
            onSend(channel("out", 1), value(42), () -> IO.println("sent")));
}
