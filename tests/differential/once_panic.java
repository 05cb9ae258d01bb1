// A run that panics was the run: its caller has the panic, and later calls do nothing.
//
// Output:
// recovered: the key is stuck
// the second call does nothing
import rendezvous.sync.*;

void main() throws InterruptedException {
    Once once = new Once();
    try {
        once.run(() -> {
            throw new IllegalStateException("the key is stuck");
        });
    } catch (IllegalStateException e) {
        IO.println("recovered: " + e.getMessage());
    }
    once.run(() -> IO.println("tries again"));
    IO.println("the second call does nothing");
}
