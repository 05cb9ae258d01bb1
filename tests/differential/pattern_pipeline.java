// Stages run side by side, each connected to the next by a channel. A close runs through all of them.
//
// Output:
// sum of the squares of the odd numbers below 10: 165
import static rendezvous.chan.Go.*;

import rendezvous.chan.*;

ReceiveChan<Integer> numbers(int limit) {
    Chan<Integer> out = Chan.make();
    go(() -> {
        for (int i = 0; i < limit; i++) {
            out.send(i);
        }
        out.close();
    });
    return out;
}

ReceiveChan<Integer> odd(ReceiveChan<Integer> in) {
    Chan<Integer> out = Chan.make();
    go(() -> {
        for (int v : in) {
            if (v % 2 == 1) {
                out.send(v);
            }
        }
        out.close();
    });
    return out;
}

ReceiveChan<Integer> squares(ReceiveChan<Integer> in) {
    Chan<Integer> out = Chan.make();
    go(() -> {
        for (int v : in) {
            out.send(v * v);
        }
        out.close();
    });
    return out;
}

void main() {
    int sum = 0;
    for (int v : squares(odd(numbers(10)))) {
        sum += v;
    }
    IO.println("sum of the squares of the odd numbers below 10: " + sum);
}
