// A break inside a case leaves the select, and not the loop around it.
//
// Output:
// 1
// 3
import static rendezvous.chan.Select.*;

import rendezvous.chan.*;

void main() throws InterruptedException {
    Chan<Integer> ch = Chan.make(3);
    ch.send(1);
    ch.send(2);
    ch.send(3);
    for (int i = 0; i < 3; i++) {
        select(onReceive(ch, v -> {
            if (v == 2) {
                return;
            }
            IO.println(v);
        }));
    }
}
