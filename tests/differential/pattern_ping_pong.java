// Two players hit one ball to and fro.
//
// Output:
// ping 1
// pong 2
// ping 3
// pong 4
import static rendezvous.chan.Go.*;

import rendezvous.chan.*;

void main() throws InterruptedException {
    Chan<Integer> ping = Chan.make();
    Chan<Integer> pong = Chan.make();
    go(() -> {
        for (int ball : pong) {
            IO.println("pong " + ball);
            ping.send(ball + 1);
        }
    });
    int ball = 1;
    for (int i = 0; i < 2; i++) {
        IO.println("ping " + ball);
        pong.send(ball + 1);
        ball = ping.receive();
    }
}
