// Two cases may receive from one channel. One of them gets the value.
//
// Outcomes: the upper case got 1 | the lower case got 1
import static rendezvous.chan.Go.*;
import static rendezvous.chan.Select.*;

import rendezvous.chan.*;

void main() throws InterruptedException {
    Chan<Integer> ch = Chan.make();
    go(() -> ch.send(1));
    select(
            onReceive(ch, v -> IO.println("the upper case got " + v)),
            onReceive(ch, v -> IO.println("the lower case got " + v)));
}
