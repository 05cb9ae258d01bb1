// With a function that runs once, every caller has the panic of the one run.
//
// Output:
// runs
// recovered: out of ink
// recovered: out of ink
import rendezvous.sync.*;

void main() {
    Runnable printIt = Once.func(() -> {
        IO.println("runs");
        throw new IllegalStateException("out of ink");
    });
    for (int i = 0; i < 2; i++) {
        try {
            printIt.run();
        } catch (IllegalStateException e) {
            IO.println("recovered: " + e.getMessage());
        }
    }
}
