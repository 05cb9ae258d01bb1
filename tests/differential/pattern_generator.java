// A function starts a goroutine and returns the channel on which it sends. It stops when it is told to.
//
// Output:
// 1 2 4 8 16
// stopped
import static rendezvous.chan.Go.*;
import static rendezvous.chan.Select.*;

import rendezvous.chan.*;

ReceiveChan<Integer> powersOfTwo(ReceiveChan<Signal> stop) {
    Chan<Integer> out = Chan.make();
    go(() -> {
        boolean more = true;
        for (int v = 1; more; v *= 2) {
            more = choose(
                    send(out, v, () -> true),
                    closed(stop, () -> false));
        }
        out.close();
    });
    return out;
}

void main() throws InterruptedException {
    Chan<Signal> stop = Chan.make();
    ReceiveChan<Integer> powers = powersOfTwo(stop);
    IO.print(powers.receive() + " " + powers.receive() + " " + powers.receive());
    IO.println(" " + powers.receive() + " " + powers.receive());
    stop.close();
    for (int v : powers) {
        // the one that was on its way, if any
    }
    IO.println("stopped");
}
