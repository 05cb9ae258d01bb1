// Values that two goroutines send on two channels all arrive at a select, each once.
//
// Output:
// 200 values, none twice
import static rendezvous.chan.Go.*;
import static rendezvous.chan.Select.*;

import rendezvous.chan.*;

void main() throws InterruptedException {
    Chan<Integer> left = Chan.make();
    Chan<Integer> right = Chan.make();
    go(() -> {
        for (int i = 0; i < 100; i++) {
            left.send(i);
        }
    });
    go(() -> {
        for (int i = 0; i < 100; i++) {
            right.send(100 + i);
        }
    });
    Set<Integer> seen = new HashSet<>();
    for (int i = 0; i < 200; i++) {
        select(
                onReceive(left, v -> seen.add(v)),
                onReceive(right, v -> seen.add(v)));
    }
    IO.println(seen.size() + " values, none twice");
}
