// Stop says whether it kept the timer from firing. It does not close the channel.
//
// Output:
// true
// false
// nothing to receive
import static rendezvous.chan.Select.*;

import rendezvous.chan.*;

void main() throws InterruptedException {
    Timer timer = Timer.of(Duration.ofHours(1));
    IO.println(timer.stop());
    IO.println(timer.stop());
    select(
            onReceiveOk(timer.c(), (t, ok) -> IO.println("received")),
            otherwise(() -> IO.println("nothing to receive")));
}
