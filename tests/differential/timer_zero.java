// A timer of no time, or of less, fires at once; so does a sleep end.
//
// Output:
// fired
// fired
// slept
import static rendezvous.chan.Go.*;

import rendezvous.chan.*;

void main() throws InterruptedException {
    after(Duration.ZERO).receive();
    IO.println("fired");
    after(Duration.ofHours(-1)).receive();
    IO.println("fired");
    sleep(Duration.ofHours(-1));
    IO.println("slept");
}
