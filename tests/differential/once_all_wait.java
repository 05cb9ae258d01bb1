// Nobody's call returns before the one run has ended.
//
// Output:
// begins
// ends
// another returns
import static rendezvous.chan.Go.*;
import static rendezvous.chan.Select.*;

import rendezvous.chan.*;
import rendezvous.sync.*;

void main() throws InterruptedException {
    Once once = new Once();
    Chan<Boolean> running = Chan.make();
    Chan<Boolean> goOn = Chan.make();
    Chan<Boolean> returned = Chan.make(1);
    go(() -> once.<InterruptedException>run(() -> {
        IO.println("begins");
        running.send(true);
        goOn.receive();
        IO.println("ends");
    }));
    running.receive();
    go(() -> {
        once.run(() -> IO.println("never"));
        IO.println("another returns");
        returned.send(true);
    });
    select(onReceive(returned, v -> IO.println("too early")), otherwise(() -> {}));
    goOn.send(true);
    returned.receive();
}
