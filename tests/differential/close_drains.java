// What was in the buffer when a channel was closed is still received; after that, every receive says that it is closed.
//
// Output:
// 1 true
// 2 true
// closed
// closed
import rendezvous.chan.*;

void main() throws InterruptedException {
    Chan<Integer> ch = Chan.make(2);
    ch.send(1);
    ch.send(2);
    ch.close();
    for (int i = 0; i < 4; i++) {
        Received<Integer> got = ch.receiveOk();
        if (got.ok()) {
            IO.println(got.value() + " " + got.ok());
        } else {
            IO.println("closed");
        }
    }
}
