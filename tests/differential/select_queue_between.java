// A goroutine takes all that comes and hands it on when somebody asks: a queue without a bound.
//
// Output:
// 0 1 2 3 4 5 6 7 8 9
import static rendezvous.chan.Go.*;
import static rendezvous.chan.Select.*;

import rendezvous.chan.*;

void queue(ReceiveChan<Integer> in, SendChan<Integer> out) throws InterruptedException {
    var waiting = new ArrayDeque<Integer>();
    boolean open = true;
    while (open || !waiting.isEmpty()) {
        int next = 0;
        SendChan<Integer> ready = out;
        if (!waiting.isEmpty()) {
            next = waiting.peek();
        } else {
            ready = Chan.never();
        }
        ReceiveChan<Integer> more = open ? in : Chan.never();
        open &= choose(
                receiveOk(more, (v, ok) -> {
                    if (ok) {
                        waiting.add(v);
                    }
                    return ok;
                }),
                send(ready, next, () -> {
                    waiting.remove();
                    return true;
                }));
    }
    out.close();
}

void main() throws InterruptedException {
    Chan<Integer> in = Chan.make();
    Chan<Integer> out = Chan.make();
    go(() -> queue(in, out));
    for (int i = 0; i < 10; i++) {
        in.send(i);
    }
    in.close();
    String space = "";
    for (int v : out) {
        IO.print(space + v);
        space = " ";
    }
    IO.println();
}
