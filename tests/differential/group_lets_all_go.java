// Any number may wait for one group, and one zero lets them all go.
//
// Output:
// not before
// 3 went on
import static rendezvous.chan.Go.*;
import static rendezvous.chan.Select.*;

import rendezvous.chan.*;
import rendezvous.sync.*;

void main() throws InterruptedException {
    WaitGroup group = new WaitGroup();
    group.add(2);
    Chan<Boolean> wentOn = Chan.make(3);
    for (int i = 0; i < 3; i++) {
        go(() -> {
            group.await();
            wentOn.send(true);
        });
    }
    group.done();
    select(
            onReceive(wentOn, v -> IO.println("too early")),
            otherwise(() -> IO.println("not before")));
    group.done();
    for (int i = 0; i < 3; i++) {
        wentOn.receive();
    }
    IO.println("3 went on");
}
