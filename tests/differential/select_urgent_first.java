// A select has no priorities. One inside the default of another makes some.
//
// Output:
// fire
// smoke
// coffee
import static rendezvous.chan.Select.*;

import rendezvous.chan.*;

void main() throws InterruptedException {
    Chan<String> urgent = Chan.make(2);
    Chan<String> normal = Chan.make(1);
    normal.send("coffee");
    urgent.send("fire");
    urgent.send("smoke");
    for (int i = 0; i < 3; i++) {
        select(
                onReceive(urgent, v -> IO.println(v)),
                otherwise(() -> select(
                        onReceive(urgent, v -> IO.println(v)),
                        onReceive(normal, v -> IO.println(v)))));
    }
}
