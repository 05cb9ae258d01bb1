// Whoever sends and whoever receives, each value arrives at one place, once.
//
// Output:
// 300 values, none twice
import static rendezvous.chan.Go.*;

import rendezvous.chan.*;

void main() throws InterruptedException {
    Chan<Integer> values = Chan.make(2);
    Chan<Integer> seen = Chan.make();
    for (int i = 0; i < 3; i++) {
        int sender = i;
        go(() -> {
            for (int j = 0; j < 100; j++) {
                values.send(100 * sender + j);
            }
        });
    }
    for (int i = 0; i < 4; i++) {
        go(() -> {
            for (int v : values) {
                seen.send(v);
            }
        });
    }
    Set<Integer> counted = new HashSet<>();
    for (int i = 0; i < 300; i++) {
        counted.add(seen.receive());
    }
    IO.println(counted.size() + " values, none twice");
}
