// A value passes through a thousand goroutines, each of which adds one.
//
// Output:
// 1000
import static rendezvous.chan.Go.*;

import rendezvous.chan.*;

void main() throws InterruptedException {
    Chan<Integer> first = Chan.make();
    Chan<Integer> last = first;
    for (int i = 0; i < 1000; i++) {
        Chan<Integer> in = last;
        Chan<Integer> out = Chan.make();
        go(() -> out.send(1 + in.receive()));
        last = out;
    }
    first.send(0);
    IO.println(last.receive());
}
