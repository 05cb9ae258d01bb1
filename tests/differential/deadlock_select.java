// A select of which no case can ever be ready.
//
// Output:
// selects
// Stderr: fatal error: all goroutines are asleep - deadlock!
import static rendezvous.chan.Select.*;

import rendezvous.chan.*;

void main() throws InterruptedException {
    Chan<Integer> in = Chan.make();
    Chan<Integer> out = Chan.make();
    IO.println("selects");
    select(
            onReceive(in, v -> IO.println("received")),
            onSend(out, 1, () -> IO.println("sent")));
}
