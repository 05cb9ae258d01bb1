// A close reaches everybody who waits for it, as a value reaches one.
//
// Output:
// 5 started
import static rendezvous.chan.Go.*;

import rendezvous.chan.*;

void main() throws InterruptedException {
    Chan<Signal> start = Chan.make();
    Chan<Integer> started = Chan.make();
    for (int i = 0; i < 5; i++) {
        go(() -> {
            start.await();
            started.send(1);
        });
    }
    start.close();
    int sum = 0;
    for (int i = 0; i < 5; i++) {
        sum += started.receive();
    }
    IO.println(sum + " started");
}
