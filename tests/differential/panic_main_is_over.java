// When main returns the program is over, whatever still runs or waits.
//
// Output:
// main is over
import static rendezvous.chan.Go.*;

import rendezvous.chan.*;

void main() {
    Chan<Integer> forever = Chan.make();
    go(() -> {
        forever.receive();
        IO.println("never");
    });
    IO.println("main is over");
}
