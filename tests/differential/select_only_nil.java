// With nothing but nil channels, the default is all that is left.
//
// Output:
// neither
import static rendezvous.chan.Select.*;

import rendezvous.chan.*;

void main() throws InterruptedException {
    Chan<Integer> in = Chan.never();
    Chan<Integer> out = Chan.never();
    select(
            onReceive(in, v -> IO.println("received")),
            onSend(out, 1, () -> IO.println("sent")),
            otherwise(() -> IO.println("neither")));
}
