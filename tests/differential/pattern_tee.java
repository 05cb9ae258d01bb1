// Each value goes to two readers, whichever of them is ready first.
//
// Output:
// sum 15, product 120
import static rendezvous.chan.Go.*;
import static rendezvous.chan.Select.*;

import rendezvous.chan.*;

void tee(ReceiveChan<Integer> in, Chan<Integer> left, Chan<Integer> right) {
    go(() -> {
        for (int v : in) {
            boolean leftDone = false;
            boolean rightDone = false;
            for (int i = 0; i < 2; i++) {
                SendChan<Integer> a = leftDone ? Chan.never() : left;
                SendChan<Integer> b = rightDone ? Chan.never() : right;
                boolean wasLeft = choose(
                        send(a, v, () -> true),
                        send(b, v, () -> false));
                leftDone |= wasLeft;
                rightDone |= !wasLeft;
            }
        }
        left.close();
        right.close();
    });
}

void main() throws InterruptedException {
    Chan<Integer> in = Chan.make();
    Chan<Integer> product = Chan.make();
    Chan<Integer> left = Chan.make();
    Chan<Integer> right = Chan.make();
    tee(in, left, right);
    go(() -> {
        for (int v = 1; v <= 5; v++) {
            in.send(v);
        }
        in.close();
    });
    go(() -> {
        int p = 1;
        for (int v : right) {
            p *= v;
        }
        product.send(p);
    });
    int sum = 0;
    for (int v : left) {
        sum += v;
    }
    IO.println("sum " + sum + ", product " + product.receive());
}
