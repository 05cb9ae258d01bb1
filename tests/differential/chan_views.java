// A function takes the side of a channel that it uses. A channel is either side.
//
// Output:
// 1 4 9
import static rendezvous.chan.Go.*;

import rendezvous.chan.*;

void square(ReceiveChan<Integer> in, SendChan<Integer> out) throws InterruptedException {
    for (int v : in) {
        out.send(v * v);
    }
    out.close();
}

void main() throws InterruptedException {
    Chan<Integer> in = Chan.make();
    Chan<Integer> out = Chan.make();
    go(() -> square(in, out));
    go(() -> {
        for (int i = 1; i <= 3; i++) {
            in.send(i);
        }
        in.close();
    });
    IO.println(out.receive() + " " + out.receive() + " " + out.receive());
}
