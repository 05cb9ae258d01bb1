// A ticker needs a period; Tick without one is a nil channel.
//
// Output:
// recovered: non-positive interval for NewTicker
// nor can it lose it
// no tick
import static rendezvous.chan.Select.*;

import rendezvous.chan.*;

void main() throws InterruptedException {
    try {
        Ticker.of(Duration.ZERO);
    } catch (IllegalArgumentException e) {
        IO.println("recovered: " + e.getMessage());
    }
    try {
        Ticker.of(Duration.ofHours(1)).reset(Duration.ofNanos(-1));
    } catch (IllegalArgumentException e) {
        IO.println("nor can it lose it");
    }
    select(
            onReceive(Ticker.tick(Duration.ZERO), t -> IO.println("tick")),
            otherwise(() -> IO.println("no tick")));
}
