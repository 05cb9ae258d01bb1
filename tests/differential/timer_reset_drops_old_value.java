// A value that nobody received before Reset is not received after it.
//
// Output:
// was running: true
// nothing yet
import static rendezvous.chan.Go.*;
import static rendezvous.chan.Select.*;

import rendezvous.chan.*;

void main() throws InterruptedException {
    Timer timer = Timer.of(Duration.ofMillis(1));
    sleep(Duration.ofMillis(20));
    IO.println("was running: " + timer.reset(Duration.ofHours(1)));
    select(
            onReceive(timer.c(), t -> IO.println("an old value")),
            otherwise(() -> IO.println("nothing yet")));
}
