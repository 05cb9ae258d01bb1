// A ticker sends again and again, until it is stopped.
//
// Output:
// tick
// tick
// tick
// silence
import static rendezvous.chan.Select.*;

import rendezvous.chan.*;

void main() throws InterruptedException {
    Ticker ticker = Ticker.of(Duration.ofMillis(5));
    for (int i = 0; i < 3; i++) {
        ticker.c().receive();
        IO.println("tick");
    }
    ticker.stop();
    select(
            onReceive(ticker.c(), t -> IO.println("tick")),
            after(Duration.ofMillis(30), () -> IO.println("silence")));
}
