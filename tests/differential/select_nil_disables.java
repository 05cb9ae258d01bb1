// A case on a nil channel is never chosen. So a loop over two inputs puts out the one that has ended.
//
// Output:
// the left ended
// the right ended
// sum 66
import static rendezvous.chan.Go.*;
import static rendezvous.chan.Select.*;

import rendezvous.chan.*;

Chan<Integer> left = Chan.make();
Chan<Integer> right = Chan.make();
Chan<Boolean> leftOver = Chan.make();
int open = 2;
int sum = 0;

void main() throws InterruptedException {
    Chan<Integer> a = left;
    go(() -> {
        a.send(1);
        a.send(2);
        a.send(3);
        a.close();
    });
    Chan<Integer> b = right;
    go(() -> {
        b.send(10);
        b.send(20);
        leftOver.await();
        b.send(30);
        b.close();
    });
    while (open > 0) {
        select(
                onReceiveOk(left, (v, ok) -> {
                    if (!ok) {
                        IO.println("the left ended");
                        left = Chan.never();
                        open--;
                        leftOver.close();
                        return; // there is no zero to add
                    }
                    sum += v;
                }),
                onReceiveOk(right, (v, ok) -> {
                    if (!ok) {
                        IO.println("the right ended");
                        right = Chan.never();
                        open--;
                        return;
                    }
                    sum += v;
                }));
    }
    IO.println("sum " + sum);
}
