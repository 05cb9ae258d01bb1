// A timer sends once, not before its time.
//
// Output:
// not before its time: true
// and only once
import static rendezvous.chan.Select.*;

import rendezvous.chan.*;

void main() throws InterruptedException {
    long begin = System.nanoTime();
    Timer timer = Timer.of(Duration.ofMillis(10));
    timer.c().receive();
    IO.println("not before its time: " + (System.nanoTime() - begin >= 10_000_000));
    select(
            onReceive(timer.c(), t -> IO.println("and once more")),
            otherwise(() -> IO.println("and only once")));
}
