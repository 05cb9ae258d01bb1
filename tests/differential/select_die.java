// One channel may stand in several cases. Each has its share, whatever the order in which they are written.
//
// Outcomes: 1 | 2 | 3 | 4 | 5 | 6
import static rendezvous.chan.Select.*;

import rendezvous.chan.*;

void main() throws InterruptedException {
    Chan<Integer> die = Chan.make(1);
    select(
            onSend(die, 1, () -> {}),
            onSend(die, 2, () -> {}),
            onSend(die, 3, () -> {}),
            onSend(die, 4, () -> {}),
            onSend(die, 5, () -> {}),
            onSend(die, 6, () -> {}));
    IO.println(die.receive());
}
