// A receiver that is slow misses ticks. They do not pile up.
//
// Output:
// 1 tick after 3 periods
import static rendezvous.chan.Go.*;
import static rendezvous.chan.Select.*;

import rendezvous.chan.*;

void main() throws InterruptedException {
    Ticker ticker = Ticker.of(Duration.ofMillis(500));
    sleep(Duration.ofMillis(1650));
    int ticks = 0;
    while (choose(receive(ticker.c(), t -> true), orElse(() -> false))) {
        ticks++;
    }
    IO.println(ticks + " tick after 3 periods");
    ticker.stop();
}
