// A timer whose time has come, and whose value nobody received, is still stopped: no old value is left.
//
// Output:
// length 0
// true
// nothing to receive
import static rendezvous.chan.Go.*;
import static rendezvous.chan.Select.*;

import rendezvous.chan.*;

void main() throws InterruptedException {
    Timer timer = Timer.of(Duration.ofMillis(1));
    sleep(Duration.ofMillis(20));
    IO.println("length " + timer.c().len());
    IO.println(timer.stop());
    select(
            onReceive(timer.c(), t -> IO.println("received")),
            otherwise(() -> IO.println("nothing to receive")));
}
