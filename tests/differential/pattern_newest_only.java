// A ring of two keeps the newest two values; who sends never waits for who receives.
//
// Output:
// 8
// 9
import rendezvous.chan.*;
import rendezvous.context.*;
import rendezvous.pattern.*;

void main() throws InterruptedException {
    Chan<Integer> in = Chan.make();
    ReceiveChan<Integer> out = Patterns.ring(Context.background(), in, 2);
    for (int i = 0; i < 10; i++) {
        in.send(i);
    }
    in.close();
    for (int v : out) {
        IO.println(v);
    }
}
