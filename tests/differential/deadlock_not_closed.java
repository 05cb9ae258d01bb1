// A loop over a channel that nobody closes waits for more when all have gone.
//
// Output:
// 1
// 2
// Stderr: fatal error: all goroutines are asleep - deadlock!
import static rendezvous.chan.Go.*;

import rendezvous.chan.*;

void main() {
    Chan<Integer> ch = Chan.make();
    go(() -> {
        ch.send(1);
        ch.send(2);
    });
    for (int v : ch) {
        IO.println(v);
    }
}
