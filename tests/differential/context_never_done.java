// The top is never done. In a select its channel is as if it were not there.
//
// Output:
// nothing is ready
// background lives: true
// todo lives: true
import static rendezvous.chan.Select.*;

import rendezvous.context.*;

void main() throws InterruptedException {
    select(
            onClosed(Context.background().done(), () -> IO.println("the top is done")),
            otherwise(() -> IO.println("nothing is ready")));
    IO.println("background lives: " + (Context.background().err() == null));
    IO.println("todo lives: " + (Context.todo().err() == null));
}
