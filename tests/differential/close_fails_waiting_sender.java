// A close makes a sender that waits panic. Its value is lost.
//
// Output:
// the sender: send on closed channel
// the receiver: closed
import static rendezvous.chan.Go.*;

import rendezvous.chan.*;

void main() throws InterruptedException {
    Chan<Integer> ch = Chan.make();
    Chan<String> report = Chan.make();
    go(() -> {
        try {
            ch.send(1);
        } catch (ChannelClosedException e) {
            report.send(e.getMessage());
        }
    });
    ch.close();
    IO.println("the sender: " + report.receive());
    if (!ch.receiveOk().ok()) {
        IO.println("the receiver: closed");
    }
}
