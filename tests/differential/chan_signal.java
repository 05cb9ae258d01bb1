// A value without content says only that something happened.
//
// Output:
// washed
// dried
import static rendezvous.chan.Go.*;
import static rendezvous.chan.Signal.SIGNAL;

import rendezvous.chan.*;

void main() throws InterruptedException {
    Chan<Signal> done = Chan.make();
    go(() -> {
        IO.println("washed");
        done.send(SIGNAL);
    });
    done.receive();
    IO.println("dried");
}
