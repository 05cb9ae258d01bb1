// A select that sends and receives on one channel needs somebody else for either.
//
// Output:
// alone
import static rendezvous.chan.Select.*;

import rendezvous.chan.*;

void main() throws InterruptedException {
    Chan<Integer> ch = Chan.make();
    select(
            onSend(ch, 1, () -> IO.println("sent")),
            onReceive(ch, v -> IO.println("received " + v)),
            otherwise(() -> IO.println("alone")));
}
