// A channel with room for one is a lock: who sends has it, who receives gives it back.
//
// Output:
// 4000
import static rendezvous.chan.Go.*;
import static rendezvous.chan.Signal.SIGNAL;

import rendezvous.chan.*;

int count = 0;

void main() throws InterruptedException {
    Chan<Signal> lock = Chan.make(1);
    Chan<Signal> done = Chan.make();
    for (int i = 0; i < 4; i++) {
        go(() -> {
            for (int j = 0; j < 1000; j++) {
                lock.send(SIGNAL);
                count++;
                lock.receive();
            }
            done.send(SIGNAL);
        });
    }
    for (int i = 0; i < 4; i++) {
        done.receive();
    }
    IO.println(count);
}
