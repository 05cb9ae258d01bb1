// A stopped ticker does not tick, and its channel is not closed. Reset sets it going again.
//
// Output:
// tick
// silence
// tick again
import static rendezvous.chan.Select.*;

import rendezvous.chan.*;

void main() throws InterruptedException {
    Ticker ticker = Ticker.of(Duration.ofMillis(1));
    ticker.c().receive();
    IO.println("tick");
    ticker.stop();
    select(
            onReceive(ticker.c(), t -> IO.println("a tick after all")),
            after(Duration.ofMillis(20), () -> IO.println("silence")));
    ticker.reset(Duration.ofMillis(1));
    ticker.c().receive();
    IO.println("tick again");
}
