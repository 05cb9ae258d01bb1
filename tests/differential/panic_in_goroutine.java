// In Go a panic in any goroutine ends the program. In Java it ends the goroutine, and is told;
// who waits for it learns of it.
//
// Output:
// before
// Stderr: panic: the oven is on fire
import static rendezvous.chan.Go.*;

void main() throws InterruptedException {
    IO.println("before");
    var cook = go(() -> {
        throw new IllegalStateException("the oven is on fire");
    });
    cook.await(); // throws a PanicException
}
