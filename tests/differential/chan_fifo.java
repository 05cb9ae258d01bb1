// The values of one sender are received in the order in which it sent them, with and without a buffer.
//
// Output:
// 1 2 3
// 1 2 3
import static rendezvous.chan.Go.*;

import rendezvous.chan.*;

void main() throws InterruptedException {
    for (int capacity : new int[] {0, 2}) {
        Chan<Integer> ch = Chan.make(capacity);
        go(() -> {
            for (int i = 1; i <= 3; i++) {
                ch.send(i);
            }
        });
        IO.println(ch.receive() + " " + ch.receive() + " " + ch.receive());
    }
}
