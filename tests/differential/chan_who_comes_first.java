// Two goroutines send on one channel. Which value comes first is not said; both come.
//
// Possibly: left right | right left
import static rendezvous.chan.Go.*;

import rendezvous.chan.*;

void main() throws InterruptedException {
    Chan<String> ch = Chan.make();
    go(() -> ch.send("left"));
    go(() -> ch.send("right"));
    IO.println(ch.receive() + " " + ch.receive());
}
