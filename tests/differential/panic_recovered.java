// A goroutine that recovers from its panic can tell others of it, and the program goes on.
//
// Output:
// the worker: division by nobody
// and on we go
import static rendezvous.chan.Go.*;

import rendezvous.chan.*;

void main() throws InterruptedException {
    Chan<String> problems = Chan.make();
    go(() -> {
        try {
            throw new IllegalStateException("division by nobody");
        } catch (IllegalStateException e) {
            problems.send(e.getMessage());
        }
    });
    IO.println("the worker: " + problems.receive());
    IO.println("and on we go");
}
