// A ticker can be given another period. A tick that waited since before is gone.
//
// Output:
// nothing yet
// tick
import static rendezvous.chan.Go.*;
import static rendezvous.chan.Select.*;

import rendezvous.chan.*;

void main() throws InterruptedException {
    Ticker ticker = Ticker.of(Duration.ofMillis(1));
    sleep(Duration.ofMillis(20));
    ticker.reset(Duration.ofHours(1));
    select(
            onReceive(ticker.c(), t -> IO.println("an old tick")),
            otherwise(() -> IO.println("nothing yet")));
    ticker.reset(Duration.ofMillis(1));
    ticker.c().receive();
    IO.println("tick");
    ticker.stop();
}
