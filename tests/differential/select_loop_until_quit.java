// A loop around a select ends when one of the cases says so.
//
// Output:
// 1
// 2
// 3
// bye
import static rendezvous.chan.Go.*;
import static rendezvous.chan.Select.*;

import rendezvous.chan.*;

void main() throws InterruptedException {
    Chan<Integer> values = Chan.make();
    Chan<Signal> quit = Chan.make();
    go(() -> {
        for (int i = 1; i <= 3; i++) {
            values.send(i);
        }
        quit.close();
    });
    boolean more = true;
    while (more) {
        more = choose(
                receive(values, v -> {
                    IO.println(v);
                    return true;
                }),
                closed(quit, () -> false));
    }
    IO.println("bye");
}
