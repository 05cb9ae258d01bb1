// A close makes a select panic that waits to send on the channel.
//
// Output:
// the sender: send on closed channel
import static rendezvous.chan.Go.*;
import static rendezvous.chan.Select.*;

import rendezvous.chan.*;

void main() throws InterruptedException {
    Chan<Integer> quiet = Chan.make();
    Chan<Integer> ch = Chan.make();
    Chan<String> report = Chan.make();
    go(() -> {
        try {
            select(
                    onReceive(quiet, v -> {}),
                    onSend(ch, 1, () -> {}));
        } catch (ChannelClosedException e) {
            report.send(e.getMessage());
        }
    });
    ch.close();
    IO.println("the sender: " + report.receive());
}
