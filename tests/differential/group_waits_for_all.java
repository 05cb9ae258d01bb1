// A group counts what is under way. Wait lets go at zero, and at once if it is zero already.
//
// Output:
// nothing to wait for
// [0 1 4 9]
import static rendezvous.chan.Go.*;

import rendezvous.sync.*;

void main() throws InterruptedException {
    WaitGroup group = new WaitGroup();
    group.await();
    IO.println("nothing to wait for");
    int[] squares = new int[4];
    for (int i = 0; i < squares.length; i++) {
        int n = i;
        group.add(1);
        go(() -> {
            try {
                squares[n] = n * n;
            } finally {
                group.done();
            }
        });
    }
    group.await();
    IO.println(Arrays.toString(squares).replace(",", ""));
}
