// One timer for all rounds of a loop: what was due in one round is never received in the next.
//
// Output:
// round 1: in time
// round 2: timed out
// round 3: in time
import static rendezvous.chan.Select.*;

import rendezvous.chan.*;

void main() throws InterruptedException {
    Chan<Boolean> answers = Chan.make(1);
    Timer timer = Timer.of(Duration.ofHours(1));
    for (int round = 1; round <= 3; round++) {
        if (round == 2) {
            timer.reset(Duration.ofMillis(1));
        } else {
            answers.send(true);
            timer.reset(Duration.ofHours(1));
        }
        String which = "round " + round;
        select(
                onReceive(answers, v -> IO.println(which + ": in time")),
                onReceive(timer.c(), t -> IO.println(which + ": timed out")));
    }
}
