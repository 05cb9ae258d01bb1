// A result that is on its way is a channel with room for it: whoever makes it never waits.
//
// Output:
// meanwhile
// 3 + 4 is 7
import static rendezvous.chan.Go.*;

import rendezvous.chan.*;

ReceiveChan<Integer> add(int a, int b) {
    Chan<Integer> sum = Chan.make(1);
    go(() -> sum.send(a + b));
    return sum;
}

void main() throws InterruptedException {
    ReceiveChan<Integer> sum = add(3, 4);
    IO.println("meanwhile");
    IO.println("3 + 4 is " + sum.receive());
}
