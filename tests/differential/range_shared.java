// Several loops share a channel: each value goes to one of them.
//
// Output:
// sum 5050
import static rendezvous.chan.Go.*;

import rendezvous.chan.*;

void main() throws InterruptedException {
    Chan<Integer> values = Chan.make();
    Chan<Integer> sums = Chan.make();
    for (int i = 0; i < 3; i++) {
        go(() -> {
            int sum = 0;
            for (int v : values) {
                sum += v;
            }
            sums.send(sum);
        });
    }
    for (int v = 1; v <= 100; v++) {
        values.send(v);
    }
    values.close();
    IO.println("sum " + (sums.receive() + sums.receive() + sums.receive()));
}
