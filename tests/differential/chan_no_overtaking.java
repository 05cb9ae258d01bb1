// A sender that waits for room never overtakes what is in the buffer already.
//
// Output:
// first second third
import static rendezvous.chan.Go.*;

import rendezvous.chan.*;

void main() throws InterruptedException {
    Chan<String> ch = Chan.make(1);
    ch.send("first");
    go(() -> {
        ch.send("second");
        ch.send("third");
    });
    IO.println(ch.receive() + " " + ch.receive() + " " + ch.receive());
}
