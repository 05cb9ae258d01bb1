// A token goes round a ring of goroutines; every visit adds one.
//
// Output:
// after 3 rounds of 10: 30
import static rendezvous.chan.Go.*;

import rendezvous.chan.*;

void main() throws InterruptedException {
    List<Chan<Integer>> ring = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
        ring.add(Chan.make());
    }
    Chan<Integer> result = Chan.make();
    for (int i = 0; i < 10; i++) {
        Chan<Integer> in = ring.get(i);
        Chan<Integer> out = ring.get((i + 1) % 10);
        go(() -> {
            for (int token : in) {
                if (token + 1 == 30) {
                    result.send(token + 1);
                    return;
                }
                out.send(token + 1);
            }
        });
    }
    ring.getFirst().send(0);
    IO.println("after 3 rounds of 10: " + result.receive());
}
